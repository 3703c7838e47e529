package cairn.ca.lint;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Public keys for fixtures. */
final class FixtureKeys {
    static final SubjectPublicKeyInfo P256 = generate("EC", new ECGenParameterSpec("secp256r1"));
    static final SubjectPublicKeyInfo P384 = generate("EC", new ECGenParameterSpec("secp384r1"));
    static final SubjectPublicKeyInfo RSA =
            generate("RSA", new java.security.spec.RSAKeyGenParameterSpec(2048, BigInteger.valueOf(65537)));

    private FixtureKeys() {}

    private static SubjectPublicKeyInfo generate(String algorithm, java.security.spec.AlgorithmParameterSpec spec) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(spec);
            return SubjectPublicKeyInfo.getInstance(
                    generator.generateKeyPair().getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An RSA key of any numbers. */
    static ASN1Encodable rsa(BigInteger modulus, BigInteger exponent) {
        return of(
                Asn1.algorithm("1.2.840.113549.1.1.1", DERNull.INSTANCE),
                Asn1.der(Asn1.sequence(new ASN1Integer(modulus), new ASN1Integer(exponent))));
    }

    static BigInteger modulus() {
        try {
            return org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(RSA.parsePublicKey())
                    .getModulus();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key of any algorithm and any octets. */
    static ASN1Encodable of(ASN1Encodable algorithm, byte[] octets) {
        return Asn1.sequence(algorithm, new DERBitString(octets));
    }

    static ASN1Encodable of(String oid, int octets) {
        return of(Asn1.algorithm(oid), new byte[octets]);
    }

    /** SHA-1 of the key's octets. */
    static byte[] identifier(SubjectPublicKeyInfo key) {
        try {
            return MessageDigest.getInstance("SHA-1")
                    .digest(key.getPublicKeyData().getOctets());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
