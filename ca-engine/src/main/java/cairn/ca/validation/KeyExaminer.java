package cairn.ca.validation;

import cairn.ca.csr.KeyPolicy;
import cairn.ca.x509.ContentKind;
import cairn.ca.x509.DerReader;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SubjectPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Says that there is a private key, and of what kind, without ever looking at the secret. Also public keys. */
final class KeyExaminer {
    private final KeyPolicy keys;

    KeyExaminer(KeyPolicy keys) {
        this.keys = keys;
    }

    /** Overwrites {@code der}. */
    static Part secret(byte[] der, ContentKind kind, boolean encryptedText) {
        Part part = new Part();
        Optional<OpenSshKey> ssh = OpenSshKey.read(der);
        boolean encrypted = encryptedText
                || kind == ContentKind.ENCRYPTED_PRIVATE_KEY
                || ssh.filter(OpenSshKey::encrypted).isPresent();
        part.add(
                encrypted
                        ? Finding.notice(
                                "key.private-encrypted",
                                "RFC 5958 section 3",
                                "the file",
                                "The file holds an encrypted private key. It is not decrypted here.")
                        : Finding.warning(
                                "key.private-open",
                                "RFC 5958 section 2",
                                "the file",
                                "The file holds a private key that nothing protects. Whoever reads the file has the key."));
        part.describe(
                encrypted ? "Encrypted private key" : "Private key without protection",
                List.of(new Fact(
                        "Key",
                        encryptedText ? "encrypted" : ssh.map(OpenSshKey::type).orElseGet(() -> algorithm(der)))));
        Arrays.fill(der, (byte) 0);
        return part;
    }

    private static String algorithm(byte[] der) {
        try {
            DerReader key = DerReader.of(der, "the key").enter(DerReader.SEQUENCE, "the key");
            if (key.nextIs(DerReader.SEQUENCE)) {
                return "encrypted with "
                        + KeyWords.algorithm(AlgorithmIdentifier.getInstance(key.element("the algorithm")));
            }
            key.skip(DerReader.INTEGER, "version");
            return switch (key.tag()) {
                case DerReader.SEQUENCE ->
                    KeyWords.algorithm(AlgorithmIdentifier.getInstance(key.element("the algorithm")));
                case DerReader.OCTET_STRING -> "EC";
                default ->
                    "RSA " + key.integer(DerReader.INTEGER, "the modulus").bitLength();
            };
        } catch (MalformedException | RuntimeException e) {
            return "unreadable";
        }
    }

    Part open(byte[] der) {
        Part part = new Part();
        try {
            SubjectPublicKey key = SubjectPublicKey.ofDer(der);
            keys.objection(key).ifPresent(f -> part.add(Finding.warning(f.code(), f.clause(), f.where(), f.words())));
            part.describe(
                    "Public key",
                    List.of(
                            new Fact("Key", KeyWords.of(key)),
                            new Fact("Key SHA-256", key.fingerprint().hex())));
        } catch (MalformedException e) {
            part.add(Finding.error(
                    "key.malformed",
                    "RFC 5280 section 4.1.2.7",
                    e.where(),
                    "This is not a well-formed public key: " + e.what() + "."));
        }
        return part;
    }
}
