package cairn.ca.csr;

import cairn.ca.x509.DerReader;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SubjectPublicKey;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** The two numbers of an RSA key (RFC 8017 section A.1.1). */
record RsaKey(BigInteger modulus, BigInteger exponent) {
    /** Whether the key says that it is one for RSA. */
    static boolean isRsa(SubjectPublicKey key) {
        ASN1ObjectIdentifier algorithm = key.info().getAlgorithm().getAlgorithm();
        return algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                || algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS);
    }

    /** The numbers, where the key is one for RSA and they can be read. */
    static Optional<RsaKey> of(SubjectPublicKey key) {
        if (!isRsa(key)) {
            return Optional.empty();
        }
        try {
            byte[] bits = key.info().getPublicKeyData().getOctets();
            DerReader file = DerReader.of(bits, "the RSA key");
            DerReader numbers = file.enter(DerReader.SEQUENCE, "the RSA key");
            BigInteger modulus = numbers.integer(DerReader.INTEGER, "the modulus");
            BigInteger exponent = numbers.integer(DerReader.INTEGER, "the exponent");
            numbers.finish();
            file.finish();
            return Optional.of(new RsaKey(modulus, exponent));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
