package cairn.ca.x509;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.DLSequence;
import org.bouncycastle.asn1.DLSet;
import org.bouncycastle.asn1.DLTaggedObject;

/**
 * The objects of the ASN.1 library for the octets of a certificate, made in a third of the time: the library reads by way
 * of streams, one within the other. Only what certificates consist of is made here; whatever else occurs is left to the
 * library, and so is the verdict over octets that are not good, so that neither more nor less is read than it reads.
 */
final class DerObjects {
    private static final int EXPLICIT_0 = 0xA0;
    private static final int EXPLICIT_3 = 0xA3;
    private static final int MANY_OCTETS = 0x1F;

    private final byte[] der;
    private int at;

    private DerObjects(byte[] der) {
        this.der = der;
    }

    /**
     * Reads a certificate.
     *
     * @param der which {@link Der#requireDer} has found to be one element
     */
    static ASN1Primitive read(byte[] der) throws IOException {
        try {
            return new DerObjects(der).element();
        } catch (IOException | RuntimeException e) {
            return ASN1Primitive.fromByteArray(der);
        }
    }

    private ASN1Primitive element() throws IOException {
        int start = at;
        int tag = der[at++] & 0xFF;
        if ((tag & MANY_OCTETS) == MANY_OCTETS) {
            throw new IOException("no certificate has tags of several octets");
        }
        int end = length() + at;
        return switch (tag) {
            case 0x01 -> is(end, 0xFF) ? skip(end, ASN1Boolean.TRUE) : other(start, end);
            case 0x02 -> new ASN1Integer(content(end));
            case 0x03 -> begins(end, 0) ? bits(end) : other(start, end);
            case 0x04 -> new DEROctetString(content(end));
            case 0x05 -> at == end ? DERNull.INSTANCE : other(start, end);
            case 0x06 -> ASN1ObjectIdentifier.fromContents(content(end));
            case 0x0C -> isAscii(end) ? new DERUTF8String(text(end)) : other(start, end);
            case 0x13 -> isAscii(end) ? new DERPrintableString(text(end)) : other(start, end);
            case 0x30 -> new DLSequence(elements(end));
            case 0x31 -> new DLSet(elements(end));
            case EXPLICIT_0, EXPLICIT_3 -> new DLTaggedObject(true, tag & MANY_OCTETS, only(end));
            default -> other(start, end);
        };
    }

    private int length() {
        int first = der[at++] & 0xFF;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = first & 0x7F; i > 0; i--) {
            length = (length << 8) | (der[at++] & 0xFF);
        }
        return length;
    }

    private ASN1EncodableVector elements(int end) throws IOException {
        ASN1EncodableVector elements = new ASN1EncodableVector();
        while (at < end) {
            elements.add(element());
        }
        return elements;
    }

    private ASN1Primitive only(int end) throws IOException {
        ASN1Primitive only = element();
        if (at != end) {
            throw new IOException("the version and the extensions are one element each");
        }
        return only;
    }

    private ASN1Primitive bits(int end) {
        at++;
        return new DERBitString(content(end), 0);
    }

    private boolean begins(int end, int octet) {
        return at < end && (der[at] & 0xFF) == octet;
    }

    private boolean is(int end, int octet) {
        return at + 1 == end && begins(end, octet);
    }

    private boolean isAscii(int end) {
        for (int i = at; i < end; i++) {
            if (der[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private String text(int end) {
        String text = new String(der, at, end - at, StandardCharsets.US_ASCII);
        at = end;
        return text;
    }

    private byte[] content(int end) {
        byte[] content = Arrays.copyOfRange(der, at, end);
        at = end;
        return content;
    }

    private ASN1Primitive skip(int end, ASN1Primitive known) {
        at = end;
        return known;
    }

    private ASN1Primitive other(int start, int end) throws IOException {
        at = end;
        return ASN1Primitive.fromByteArray(Arrays.copyOfRange(der, start, end));
    }
}
