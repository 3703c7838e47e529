package cairn.ca.engine;

import cairn.ca.signing.KeyAttributes;
import cairn.ca.signing.KeyAttributes.Answer;
import cairn.ca.signing.KeyReference;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A token with Bouncy Castle's keys in memory, which fails as it is told. */
public final class MemoryToken implements KeyStoreToken {
    private static final TokenIdentity IDENTITY =
            new TokenIdentity("memory", "0001", "Cairn tests", "memory", TokenIdentity.Kind.SOFTWARE);

    private final SecureRandom random;
    private final List<SigningKey> keys = new ArrayList<>();
    private final List<byte[]> signed = new ArrayList<>();
    private volatile Fault fault = Fault.NONE;
    private volatile Consumer<byte[]> beforeSigning = content -> {};
    private volatile boolean failGenerating;

    /** How the next signatures go. */
    public enum Fault {
        NONE,
        REJECTED,
        BUSY,
        KEY_MISSING,
        LOGIN_REQUIRED,
        TOKEN_ABSENT,
        LOST_BEFORE,
        LOST_AFTER,
        OTHER_CONTENT,
        GARBAGE,
        CRASH
    }

    /** An empty token that takes its keys from {@code random}. */
    public MemoryToken(SecureRandom random) {
        this.random = random;
    }

    /** From now on signing goes like this. */
    public void fail(Fault next) {
        fault = next;
    }

    /** From now on generating a key does (or does not) make one and then lose the answer. */
    public void loseGenerated(boolean lose) {
        failGenerating = lose;
    }

    /** Shows each content that is to be signed; what the watcher throws is a crash of the token. */
    public void beforeSigning(Consumer<byte[]> watcher) {
        beforeSigning = watcher;
    }

    /** All contents for which a signature came to be, whether or not it reached anybody. */
    public synchronized List<byte[]> signed() {
        return List.copyOf(signed);
    }

    @Override
    public TokenIdentity identity() {
        return IDENTITY;
    }

    @Override
    public Set<KeyType> offers() {
        return EnumSet.of(
                KeyType.EC_P256,
                KeyType.EC_P384,
                KeyType.RSA_2048,
                KeyType.RSA_3072,
                KeyType.ED25519,
                KeyType.ML_DSA_44,
                KeyType.ML_DSA_65);
    }

    @Override
    public synchronized List<SigningKey> keys() {
        return List.copyOf(keys);
    }

    @Override
    public synchronized SigningKey find(KeyReference reference) throws SigningException {
        List<SigningKey> found = keys.stream()
                .filter(key -> key.reference().keyId().equals(reference.keyId()))
                .toList();
        if (found.size() != 1) {
            throw new SigningException.KeyMissing(found.size() + " keys with the identifier " + reference.keyId());
        }
        return found.getFirst();
    }

    @Override
    public synchronized SigningKey generate(KeyType type, String label) throws SigningException {
        if (keys.stream().anyMatch(key -> key.reference().label().equals(label))) {
            throw new SigningException.Rejected("the token has a key with the label " + label);
        }
        KeyPair pair = TestKeys.generate(type, random);
        String id = String.format("%04x", keys.size() + 1);
        SigningKey key = new Key(new KeyReference(IDENTITY.label(), IDENTITY.serialNumber(), id, label), pair);
        keys.add(key);
        if (failGenerating) {
            throw new SigningException.UnknownOutcome("told to lose the answer");
        }
        return key;
    }

    /** Puts another key into the place of a label's, as a mixed-up token would. */
    public synchronized void replace(String label) {
        keys.replaceAll(key -> key.reference().label().equals(label)
                ? new Key(
                        key.reference(),
                        TestKeys.generate(key.publicKey().type().orElseThrow(), random))
                : key);
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private final class Key implements SigningKey {
        private final KeyReference reference;
        private final KeyPair pair;

        Key(KeyReference reference, KeyPair pair) {
            this.reference = reference;
            this.pair = pair;
        }

        @Override
        public KeyReference reference() {
            return reference;
        }

        @Override
        public SubjectPublicKey publicKey() {
            return TestKeys.publicKey(pair);
        }

        @Override
        public KeyAttributes attributes() {
            return new KeyAttributes(
                    Answer.TRUE,
                    Answer.NOT_SAID,
                    Answer.NOT_SAID,
                    Answer.NOT_SAID,
                    Answer.NOT_SAID,
                    Set.of("SIGN"),
                    Set.of());
        }

        @Override
        public byte[] sign(SignatureAlgorithm algorithm, byte[] content) throws SigningException {
            beforeSigning.accept(content);
            return switch (fault) {
                case NONE -> really(algorithm, content);
                case REJECTED -> throw new SigningException.Rejected("told to reject");
                case BUSY -> throw new SigningException.TokenBusy("told to be busy");
                case KEY_MISSING -> throw new SigningException.KeyMissing("told to miss the key");
                case LOGIN_REQUIRED -> throw new SigningException.LoginRequired("told to log out");
                case TOKEN_ABSENT -> throw new SigningException.TokenAbsent("told to be absent");
                case LOST_BEFORE -> throw new SigningException.UnknownOutcome("told to get lost");
                case LOST_AFTER -> {
                    really(algorithm, content);
                    throw new SigningException.UnknownOutcome("told to lose the answer");
                }
                case OTHER_CONTENT -> really(algorithm, new byte[] {1, 2, 3});
                case GARBAGE -> new byte[] {0x30, 0x03, 0x02, 0x01, 0x05};
                case CRASH -> throw new IllegalStateException("told to crash");
            };
        }

        private byte[] really(SignatureAlgorithm algorithm, byte[] content) {
            synchronized (MemoryToken.this) {
                signed.add(content.clone());
            }
            return TestKeys.sign(pair.getPrivate(), algorithm, content, random);
        }
    }
}
