package cairn.hsm.keys;

import cairn.hsm.token.KeySpec.Curve;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** CKA_EC_PARAMS: the curve as an object identifier, for Ed25519 on some tokens as a name (PKCS#11 section 6.3). */
final class Curves {
    /** Ed25519 as an OID. */
    static final byte[] EDWARDS_OID = encoded(EdECObjectIdentifiers.id_Ed25519);

    /** Ed25519 as a PrintableString. */
    static final byte[] EDWARDS_NAME = edwardsName();

    private Curves() {}

    static ASN1ObjectIdentifier oid(Curve curve) {
        return switch (curve) {
            case P256 -> X9ObjectIdentifiers.prime256v1;
            case P384 -> SECObjectIdentifiers.secp384r1;
            case P521 -> SECObjectIdentifiers.secp521r1;
        };
    }

    static byte[] parameters(Curve curve) {
        return encoded(oid(curve));
    }

    static Optional<Curve> of(byte[] parameters) {
        return Arrays.stream(Curve.values())
                .filter(curve -> Arrays.equals(parameters(curve), parameters))
                .findFirst();
    }

    static boolean isEd25519(byte[] parameters) {
        return Arrays.equals(EDWARDS_OID, parameters) || Arrays.equals(EDWARDS_NAME, parameters);
    }

    /** The octets of one coordinate, which are also those of the order. */
    static int octets(Curve curve) {
        return (bits(curve) + 7) / 8;
    }

    static int bits(Curve curve) {
        return switch (curve) {
            case P256 -> 256;
            case P384 -> 384;
            case P521 -> 521;
        };
    }

    private static byte[] encoded(ASN1ObjectIdentifier oid) {
        try {
            return oid.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("an object identifier can be encoded", e);
        }
    }

    private static byte[] edwardsName() {
        try {
            return new DERPrintableString("edwards25519").getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a text can be encoded", e);
        }
    }
}
