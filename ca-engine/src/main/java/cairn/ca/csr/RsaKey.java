package cairn.ca.csr;

import cairn.ca.x509.SubjectPublicKey;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;

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
            RSAPublicKey numbers = RSAPublicKey.getInstance(key.info().parsePublicKey());
            return Optional.of(new RsaKey(numbers.getModulus(), numbers.getPublicExponent()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
