package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.SubjectPublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Only kinds of key that are certified here; the others are refused by their name. */
final class AlgorithmRule implements KeyRule {
    private static final String CLAUSE = "RFC 5280 section 4.1.2.7";

    /** Keys whose identifier says everything, with the length of the public key in octets. */
    private static final Map<ASN1ObjectIdentifier, Integer> FIXED = Map.ofEntries(
            Map.entry(EdECObjectIdentifiers.id_Ed25519, 32),
            Map.entry(NISTObjectIdentifiers.id_ml_dsa_44, 1312),
            Map.entry(NISTObjectIdentifiers.id_ml_dsa_65, 1952),
            Map.entry(NISTObjectIdentifiers.id_ml_dsa_87, 2592),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_sha2_128s, 32),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_sha2_128f, 32),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_sha2_192s, 48),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_sha2_192f, 48),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_sha2_256s, 64),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_sha2_256f, 64),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_shake_128s, 32),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_shake_128f, 32),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_shake_192s, 48),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_shake_192f, 48),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_shake_256s, 64),
            Map.entry(NISTObjectIdentifiers.id_slh_dsa_shake_256f, 64));

    private static final Set<ASN1ObjectIdentifier> KEM = Set.of(
            NISTObjectIdentifiers.id_alg_ml_kem_512,
            NISTObjectIdentifiers.id_alg_ml_kem_768,
            NISTObjectIdentifiers.id_alg_ml_kem_1024,
            EdECObjectIdentifiers.id_X25519,
            EdECObjectIdentifiers.id_X448);

    private static final Set<ASN1ObjectIdentifier> HASH_SIGNATURES = Set.of(
            NISTObjectIdentifiers.id_hash_ml_dsa_44_with_sha512,
            NISTObjectIdentifiers.id_hash_ml_dsa_65_with_sha512,
            NISTObjectIdentifiers.id_hash_ml_dsa_87_with_sha512);

    @Override
    public Optional<Finding> check(SubjectPublicKey key) {
        ASN1ObjectIdentifier oid = key.info().getAlgorithm().getAlgorithm();
        ASN1Encodable parameters = key.info().getAlgorithm().getParameters();
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey) || oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return Optional.empty();
        }
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return parameters == null || parameters instanceof ASN1Null
                    ? Optional.empty()
                    : refuse("key.parameters", "RFC 3279 section 2.3.1", "An RSA key has parameters other than NULL.");
        }
        Integer length = FIXED.get(oid);
        return length == null ? unknown(oid) : fixed(key, length, parameters != null);
    }

    private static Optional<Finding> fixed(SubjectPublicKey key, int length, boolean parameters) {
        if (parameters) {
            return refuse(
                    "key.parameters",
                    "RFC 8410 section 3; RFC 9881 section 2; RFC 9909 section 3",
                    "This kind of key has no parameters, and some are there.");
        }
        int actual = key.info().getPublicKeyData().getOctets().length;
        return actual == length
                ? Optional.empty()
                : refuse("key.length", CLAUSE, "The key has " + actual + " octets instead of " + length + ".");
    }

    private static Optional<Finding> unknown(ASN1ObjectIdentifier oid) {
        if (KEM.contains(oid)) {
            return refuse(
                    "key.cannot-sign",
                    "RFC 2986 section 3; RFC 9935",
                    "This is a key for key agreement or encapsulation (ML-KEM, X25519): it cannot sign, so a PKCS#10"
                            + " request can prove nothing about it. Ask for the certificate through a request of a"
                            + " signing key of the same owner, or prove possession by decrypting a challenge.");
        }
        if (HASH_SIGNATURES.contains(oid)) {
            return refuse(
                    "key.hash-ml-dsa",
                    "RFC 9881 section 3",
                    "HashML-DSA keys have no place in certificates; use the pure form, ML-DSA.");
        }
        return refuse(
                "key.algorithm",
                CLAUSE,
                "Keys of algorithm " + oid + " are not certified here. RSA, EC on P-256, P-384"
                        + " or P-521, Ed25519, ML-DSA and SLH-DSA are.");
    }

    private static Optional<Finding> refuse(String code, String clause, String words) {
        return Optional.of(Finding.error(code, clause, "subjectPublicKeyInfo", words));
    }
}
