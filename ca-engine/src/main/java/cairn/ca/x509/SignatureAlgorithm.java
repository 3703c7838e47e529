package cairn.ca.x509;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The signature algorithms with which Cairn signs, with the exact AlgorithmIdentifier that a certificate carries
 * (RFC 4055, 5758, 8410, 9881, 9909).
 */
@SuppressWarnings("ImmutableEnumChecker") // an AlgorithmIdentifier is immutable without being marked so
public enum SignatureAlgorithm {
    ECDSA_SHA256("ecdsa-sha256", KeyType.Family.EC, absent(X9ObjectIdentifiers.ecdsa_with_SHA256)),
    ECDSA_SHA384("ecdsa-sha384", KeyType.Family.EC, absent(X9ObjectIdentifiers.ecdsa_with_SHA384)),
    ECDSA_SHA512("ecdsa-sha512", KeyType.Family.EC, absent(X9ObjectIdentifiers.ecdsa_with_SHA512)),
    RSA_SHA256("rsa-sha256", KeyType.Family.RSA, nulled(PKCSObjectIdentifiers.sha256WithRSAEncryption)),
    RSA_SHA384("rsa-sha384", KeyType.Family.RSA, nulled(PKCSObjectIdentifiers.sha384WithRSAEncryption)),
    RSA_SHA512("rsa-sha512", KeyType.Family.RSA, nulled(PKCSObjectIdentifiers.sha512WithRSAEncryption)),
    RSA_PSS_SHA256("rsa-pss-sha256", KeyType.Family.RSA, pss(NISTObjectIdentifiers.id_sha256, 32)),
    RSA_PSS_SHA384("rsa-pss-sha384", KeyType.Family.RSA, pss(NISTObjectIdentifiers.id_sha384, 48)),
    RSA_PSS_SHA512("rsa-pss-sha512", KeyType.Family.RSA, pss(NISTObjectIdentifiers.id_sha512, 64)),
    ED25519("ed25519", KeyType.Family.EDWARDS, absent(EdECObjectIdentifiers.id_Ed25519)),
    ML_DSA_44("ml-dsa-44", KeyType.Family.ML_DSA, absent(NISTObjectIdentifiers.id_ml_dsa_44)),
    ML_DSA_65("ml-dsa-65", KeyType.Family.ML_DSA, absent(NISTObjectIdentifiers.id_ml_dsa_65)),
    ML_DSA_87("ml-dsa-87", KeyType.Family.ML_DSA, absent(NISTObjectIdentifiers.id_ml_dsa_87)),
    SLH_DSA_SHA2_128S("slh-dsa-sha2-128s", KeyType.Family.SLH_DSA, absent(NISTObjectIdentifiers.id_slh_dsa_sha2_128s)),
    SLH_DSA_SHA2_128F("slh-dsa-sha2-128f", KeyType.Family.SLH_DSA, absent(NISTObjectIdentifiers.id_slh_dsa_sha2_128f)),
    SLH_DSA_SHA2_192S("slh-dsa-sha2-192s", KeyType.Family.SLH_DSA, absent(NISTObjectIdentifiers.id_slh_dsa_sha2_192s)),
    SLH_DSA_SHA2_256S("slh-dsa-sha2-256s", KeyType.Family.SLH_DSA, absent(NISTObjectIdentifiers.id_slh_dsa_sha2_256s));

    private final String word;
    private final KeyType.Family family;
    private final AlgorithmIdentifier identifier;

    SignatureAlgorithm(String word, KeyType.Family family, AlgorithmIdentifier identifier) {
        this.word = word;
        this.family = family;
        this.identifier = identifier;
    }

    /** The word for the command line and for profiles. */
    public String word() {
        return word;
    }

    /** The family of keys that can sign with this. */
    public KeyType.Family family() {
        return family;
    }

    /** What stands in {@code signatureAlgorithm}. */
    public AlgorithmIdentifier identifier() {
        return identifier;
    }

    /** The algorithm that a key of this type signs with unless something else is asked for. */
    public static SignatureAlgorithm defaultFor(KeyType type) {
        return switch (type) {
            case EC_P256 -> ECDSA_SHA256;
            case EC_P384 -> ECDSA_SHA384;
            case EC_P521 -> ECDSA_SHA512;
            case RSA_2048, RSA_3072 -> RSA_SHA256;
            case RSA_4096 -> RSA_SHA512;
            case ED25519 -> ED25519;
            case ML_DSA_44 -> ML_DSA_44;
            case ML_DSA_65 -> ML_DSA_65;
            case ML_DSA_87 -> ML_DSA_87;
            case SLH_DSA_SHA2_128S -> SLH_DSA_SHA2_128S;
            case SLH_DSA_SHA2_128F -> SLH_DSA_SHA2_128F;
            case SLH_DSA_SHA2_192S -> SLH_DSA_SHA2_192S;
            case SLH_DSA_SHA2_256S -> SLH_DSA_SHA2_256S;
        };
    }

    /** The algorithm with exactly this identifier, parameters included. */
    public static Optional<SignatureAlgorithm> of(AlgorithmIdentifier identifier) {
        return Arrays.stream(values())
                .filter(a -> a.identifier.equals(identifier))
                .findFirst();
    }

    /** The algorithm that {@code word} names, if any. */
    public static Optional<SignatureAlgorithm> ofWord(String word) {
        return Arrays.stream(values()).filter(a -> a.word.equals(word)).findFirst();
    }

    private static AlgorithmIdentifier absent(ASN1ObjectIdentifier oid) {
        return new AlgorithmIdentifier(oid);
    }

    private static AlgorithmIdentifier nulled(ASN1ObjectIdentifier oid) {
        return new AlgorithmIdentifier(oid, DERNull.INSTANCE);
    }

    private static AlgorithmIdentifier pss(ASN1ObjectIdentifier digest, int saltLength) {
        AlgorithmIdentifier hash = nulled(digest);
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSASSA_PSS,
                new RSASSAPSSparams(
                        hash,
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash),
                        new ASN1Integer(saltLength),
                        RSASSAPSSparams.DEFAULT_TRAILER_FIELD));
    }
}
