package cairn.hsm.keys;

import cairn.hsm.cryptoki.AttributeValues;
import cairn.hsm.cryptoki.Constants.Cka;
import cairn.hsm.cryptoki.Constants.Ckk;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.Session;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.KeySpec.Curve;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Makes a SubjectPublicKeyInfo from a public key object. CKA_PUBLIC_KEY_INFO is empty or missing on every token that was
 * tried, so it is built from the parts. Kinds of key that Cairn does not sign with give nothing.
 */
final class PublicKeyReader {
    private PublicKeyReader() {}

    static Optional<PublicKeyObject> read(Session session, long object) throws CryptokiException {
        long type =
                session.attributes(object, Cka.KEY_TYPE).number(Cka.KEY_TYPE).orElse(-1);
        try {
            if (type == Ckk.EC) {
                return ec(session.attributes(object, Cka.EC_PARAMS, Cka.EC_POINT));
            }
            if (type == Ckk.EC_EDWARDS) {
                return edwards(session.attributes(object, Cka.EC_PARAMS, Cka.EC_POINT));
            }
            if (type == Ckk.RSA) {
                return rsa(session.attributes(object, Cka.MODULUS, Cka.PUBLIC_EXPONENT));
            }
            return type == Ckk.ML_DSA ? mlDsa(session.attributes(object, Cka.VALUE)) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            // Malformed or of a size that is not offered: not a key to sign with, whatever it is.
            return Optional.empty();
        }
    }

    private static Optional<PublicKeyObject> ec(AttributeValues values) throws IOException {
        Optional<Curve> curve = values.octets(Cka.EC_PARAMS).flatMap(Curves::of);
        Optional<byte[]> point = values.octets(Cka.EC_POINT);
        if (curve.isEmpty() || point.isEmpty()) {
            return Optional.empty();
        }
        byte[] raw = unwrapped(point.get(), 1 + 2 * Curves.octets(curve.get()));
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, Curves.oid(curve.get()));
        return Optional.of(PublicKeyObject.of(new KeySpec.Ec(curve.get()), new SubjectPublicKeyInfo(algorithm, raw)));
    }

    private static Optional<PublicKeyObject> edwards(AttributeValues values) throws IOException {
        Optional<byte[]> point = values.octets(Cka.EC_POINT);
        if (point.isEmpty()
                || values.octets(Cka.EC_PARAMS).filter(Curves::isEd25519).isEmpty()) {
            return Optional.empty();
        }
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
        return Optional.of(PublicKeyObject.of(
                new KeySpec.Ed25519(), new SubjectPublicKeyInfo(algorithm, unwrapped(point.get(), 32))));
    }

    private static Optional<PublicKeyObject> rsa(AttributeValues values) throws IOException {
        Optional<byte[]> modulus = values.octets(Cka.MODULUS);
        Optional<byte[]> exponent = values.octets(Cka.PUBLIC_EXPONENT);
        if (modulus.isEmpty() || exponent.isEmpty()) {
            return Optional.empty();
        }
        BigInteger n = new BigInteger(1, modulus.get());
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        return Optional.of(PublicKeyObject.of(
                new KeySpec.Rsa(n.bitLength()),
                new SubjectPublicKeyInfo(algorithm, new RSAPublicKey(n, new BigInteger(1, exponent.get())))));
    }

    private static Optional<PublicKeyObject> mlDsa(AttributeValues values) throws IOException {
        byte[] raw = values.octets(Cka.VALUE).orElse(new byte[0]);
        var parameterSet = MlDsaParameters.ofPublicKey(raw.length);
        if (parameterSet.isEmpty()) {
            return Optional.empty();
        }
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(MlDsaParameters.oid(parameterSet.getAsInt()));
        return Optional.of(PublicKeyObject.of(
                new KeySpec.MlDsa(parameterSet.getAsInt()), new SubjectPublicKeyInfo(algorithm, raw)));
    }

    /** CKA_EC_POINT is a DER OCTET STRING by the standard; some tokens give the octets themselves. */
    private static byte[] unwrapped(byte[] point, int length) {
        byte[] raw = point.length == length
                ? point
                : ASN1OctetString.getInstance(point).getOctets();
        if (raw.length != length) {
            throw new IllegalArgumentException("a point of " + raw.length + " octets instead of " + length);
        }
        return raw;
    }
}
