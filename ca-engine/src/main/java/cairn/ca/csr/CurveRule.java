package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.SubjectPublicKey;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;

/** An EC key names one of the curves of NIST and lies on it (RFC 5480 section 2.1.1). */
final class CurveRule implements KeyRule {
    private static final String NAMED = "RFC 5480 section 2.1.1";
    private static final String POINT = "SEC 1 section 3.2.2.1; NIST SP 800-186 appendix D.1";

    private static final Map<ASN1ObjectIdentifier, ECCurve> CURVES = Map.of(
            SECObjectIdentifiers.secp256r1, curve("P-256"),
            SECObjectIdentifiers.secp384r1, curve("P-384"),
            SECObjectIdentifiers.secp521r1, curve("P-521"));

    private static ECCurve curve(String name) {
        return CustomNamedCurves.getByName(name).getCurve();
    }

    @Override
    public Optional<Finding> check(SubjectPublicKey key) {
        if (!key.info().getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return Optional.empty();
        }
        ASN1Encodable parameters = key.info().getAlgorithm().getParameters();
        if (!(parameters instanceof ASN1ObjectIdentifier oid)) {
            return refuse(
                    "key.ec-explicit-parameters",
                    NAMED,
                    "The EC key describes its curve by numbers instead of naming it. Make the key with a named curve.");
        }
        ECCurve curve = CURVES.get(oid);
        if (curve == null) {
            return refuse(
                    "key.ec-curve", NAMED, "The EC key is on " + title(oid) + ". P-256, P-384 and P-521 are accepted.");
        }
        return point(curve, key.info().getPublicKeyData().getOctets());
    }

    private static Optional<Finding> point(ECCurve curve, byte[] encoded) {
        // 04 is the uncompressed form, 02 and 03 the compressed one; the hybrid forms 06 and 07 are nobody's friend.
        if (encoded.length == 0 || encoded[0] < 2 || encoded[0] > 4) {
            return refuse("key.ec-point", "RFC 5480 section 2.2", "The EC point is written in an unknown form.");
        }
        try {
            // Checks the length, the range of the coordinates and the equation of the curve.
            return curve.decodePoint(encoded).isInfinity() ? notOnCurve() : Optional.empty();
        } catch (RuntimeException e) {
            return notOnCurve();
        }
    }

    private static Optional<Finding> notOnCurve() {
        return refuse("key.ec-point", POINT, "The EC key is not a point on its curve.");
    }

    private static String title(ASN1ObjectIdentifier oid) {
        String name = ECNamedCurveTable.getName(oid);
        return name == null ? "the unknown curve " + oid : "the curve " + name;
    }

    private static Optional<Finding> refuse(String code, String clause, String words) {
        return Optional.of(Finding.error(code, clause, "subjectPublicKeyInfo", words));
    }
}
