package cairn.ca.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DLSequence;

/** Short words for building ASN.1 in tests. */
final class Asn1 {
    private Asn1() {}

    static byte[] der(ASN1Encodable value) {
        try {
            // "DL" keeps what is deliberately not DER.
            return value.toASN1Primitive().getEncoded("DL");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ASN1ObjectIdentifier oid(String text) {
        return new ASN1ObjectIdentifier(text);
    }

    static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }

    static DERSequence algorithm(String oid, ASN1Encodable... parameters) {
        ASN1Encodable[] parts = new ASN1Encodable[parameters.length + 1];
        parts[0] = oid(oid);
        System.arraycopy(parameters, 0, parts, 1, parameters.length);
        return new DERSequence(parts);
    }

    /** A name with one attribute in each part. */
    static ASN1Encodable name(Object... typesAndValues) {
        ASN1Encodable[] parts = new ASN1Encodable[typesAndValues.length / 2];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = new DERSet(
                    sequence(oid((String) typesAndValues[2 * i]), (ASN1Encodable) typesAndValues[2 * i + 1]));
        }
        return new DLSequence(parts);
    }

    static ASN1Encodable general(int kind, String text) {
        return new DERTaggedObject(false, kind, new DERIA5String(text, false));
    }

    static ASN1Encodable general(int kind, byte[] octets) {
        return new DERTaggedObject(false, kind, new DEROctetString(octets));
    }

    static ASN1Encodable explicit(int number, ASN1Encodable value) {
        return new DERTaggedObject(true, number, value);
    }

    static ASN1Encodable implicit(int number, ASN1Encodable value) {
        return new DERTaggedObject(false, number, value);
    }

    /** Octets that only look like DER: tag, length, content. */
    static byte[] raw(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return bytes;
    }

    /** Replaces the only occurrence of {@code from} in {@code der} by the same number of other octets. */
    static byte[] patch(byte[] der, byte[] from, byte[] to) {
        int at = indexOf(der, from, 0);
        if (at < 0 || indexOf(der, from, at + 1) >= 0 || from.length != to.length) {
            throw new IllegalStateException("the octets to replace must be there once");
        }
        byte[] patched = der.clone();
        System.arraycopy(to, 0, patched, at, to.length);
        return patched;
    }

    private static int indexOf(byte[] in, byte[] what, int from) {
        for (int i = from; i + what.length <= in.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    static ASN1Primitive read(byte[] der) {
        return CertificateFixture.parsed(der);
    }
}
