package cairn.hsm.softtoken;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.AsymmetricCipherKeyPairGenerator;
import org.bouncycastle.crypto.KeyGenerationParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.generators.MLDSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.generators.SLHDSAKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.SLHDSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** Generates key pairs with the lightweight Bouncy Castle API. */
final class KeyPairs {
    private static final int ID_OCTETS = 16;

    /** Miller-Rabin error of 2^-112, FIPS 186-5 table B.1 asks for no less. */
    private static final int PRIME_CERTAINTY = 112;

    private final SecureRandom random;

    KeyPairs(SecureRandom random) {
        this.random = random;
    }

    StoredKey generate(KeySpec spec, String label) {
        AsymmetricCipherKeyPair pair = switch (spec) {
            case KeySpec.Ec(KeySpec.Curve curve) ->
                run(new ECKeyPairGenerator(), new ECKeyGenerationParameters(domain(curve), random));
            case KeySpec.Ed25519() -> run(new Ed25519KeyPairGenerator(), new Ed25519KeyGenerationParameters(random));
            case KeySpec.Rsa(int bits) ->
                run(
                        new RSAKeyPairGenerator(),
                        new RSAKeyGenerationParameters(BigInteger.valueOf(65_537), random, bits, PRIME_CERTAINTY));
            case KeySpec.MlDsa(int set) ->
                run(new MLDSAKeyPairGenerator(), new MLDSAKeyGenerationParameters(random, mlDsa(set)));
            case KeySpec.SlhDsa(String set) ->
                run(new SLHDSAKeyPairGenerator(), new SLHDSAKeyGenerationParameters(random, slhDsa(set)));
        };
        byte[] id = new byte[ID_OCTETS];
        random.nextBytes(id);
        try {
            return new StoredKey(
                    new KeyRef(HexFormat.of().formatHex(id), label, spec),
                    PrivateKeyInfoFactory.createPrivateKeyInfo(pair.getPrivate())
                            .getEncoded(),
                    SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(pair.getPublic())
                            .getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException("a fresh key cannot be encoded", e);
        }
    }

    private static AsymmetricCipherKeyPair run(
            AsymmetricCipherKeyPairGenerator generator, KeyGenerationParameters parameters) {
        generator.init(parameters);
        return generator.generateKeyPair();
    }

    private static ECNamedDomainParameters domain(KeySpec.Curve curve) {
        ASN1ObjectIdentifier oid = switch (curve) {
            case P256 -> SECObjectIdentifiers.secp256r1;
            case P384 -> SECObjectIdentifiers.secp384r1;
            case P521 -> SECObjectIdentifiers.secp521r1;
        };
        return new ECNamedDomainParameters(oid, CustomNamedCurves.getByOID(oid));
    }

    private static MLDSAParameters mlDsa(int set) {
        return switch (set) {
            case 44 -> MLDSAParameters.ml_dsa_44;
            case 65 -> MLDSAParameters.ml_dsa_65;
            case 87 -> MLDSAParameters.ml_dsa_87;
            default -> throw new IllegalArgumentException("ML-DSA-" + set);
        };
    }

    private static SLHDSAParameters slhDsa(String set) {
        return switch (set) {
            case "128s" -> SLHDSAParameters.sha2_128s;
            case "128f" -> SLHDSAParameters.sha2_128f;
            case "192s" -> SLHDSAParameters.sha2_192s;
            case "192f" -> SLHDSAParameters.sha2_192f;
            case "256s" -> SLHDSAParameters.sha2_256s;
            case "256f" -> SLHDSAParameters.sha2_256f;
            default -> throw new IllegalArgumentException("SLH-DSA-SHA2-" + set);
        };
    }
}
