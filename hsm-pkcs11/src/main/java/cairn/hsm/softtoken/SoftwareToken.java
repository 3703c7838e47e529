package cairn.hsm.softtoken;

import cairn.hsm.token.KeyProof;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenSelector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keys in software, sealed in one file by a passphrase: for evaluation and training. It is not an HSM and says so in
 * everything it tells of itself. Several processes may use one file; a change in one is seen by the others at the
 * latest when they list or look for a key.
 */
public final class SoftwareToken implements Token {
    private static final int SALT_OCTETS = 16;
    private static final int SERIAL_OCTETS = 8;
    private static final int MAX_RANDOM_OCTETS = 1 << 20;

    private final KeyVault vault;
    private final SecureRandom random;
    private final KeyPairs pairs;
    private final Signatures signatures;

    private SoftwareToken(KeyVault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
        pairs = new KeyPairs(random);
        signatures = new Signatures(random);
    }

    /**
     * Makes an empty token with a random serial number that it keeps for life. It is durable when this returns.
     *
     * @param passphrase stays the caller's to close
     * @throws TokenException REJECTED if the file exists, PIN_UNSUITABLE if the passphrase is too short or too long,
     *     BAD_REQUEST if the label does not suit (1 to 32 octets of UTF-8, as in CK_TOKEN_INFO)
     */
    public static SoftwareToken create(Path file, String label, Pin passphrase, SecureRandom random)
            throws TokenException {
        return create(file, label, passphrase, random, ScryptCost.STANDARD);
    }

    static SoftwareToken create(Path file, String label, Pin passphrase, SecureRandom random, ScryptCost cost)
            throws TokenException {
        TokenFacts.requireLabel(label);
        TokenFacts.requireSuitable(passphrase);
        String serialNumber = HexFormat.of().formatHex(octets(random, SERIAL_OCTETS));
        TokenHeader header = new TokenHeader(label, serialNumber, cost, octets(random, SALT_OCTETS));
        SealingKey key = SealingKey.derive(passphrase, header.salt(), cost);
        return new SoftwareToken(KeyVault.create(new DurableFile(file), header, key, random), random);
    }

    /**
     * Opens a token, asking {@code pins} once.
     *
     * @throws TokenException TOKEN_ABSENT if there is none, TOKEN_DAMAGED if the file is not what was written,
     *     PIN_INCORRECT if the passphrase is wrong
     */
    public static SoftwareToken open(Path file, PinSource pins, SecureRandom random) throws TokenException {
        DurableFile durable = new DurableFile(file);
        SealedFile sealed = SealedFile.parse(durable.read());
        TokenHeader header = sealed.header();
        TokenSelector selector = new TokenSelector(header.label(), Optional.of(header.serialNumber()));
        try (Pin passphrase = pins.request(selector, PinSource.Role.USER)) {
            SealingKey key = SealingKey.derive(passphrase, header.salt(), header.cost());
            return new SoftwareToken(KeyVault.open(durable, sealed, key, random), random);
        }
    }

    /** Whether the file says that it is a software token. Reads only its first line; false if it cannot be read. */
    public static boolean isSoftwareToken(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return SealedFile.isRecognised(in.readNBytes(SealedFile.recognisedBy()));
        } catch (IOException e) {
            return false;
        }
    }

    /** Who the token is, without its passphrase. A forged label is found only when it is opened. */
    public static TokenInfo info(Path file) throws TokenException {
        return TokenFacts.info(SealedFile.parse(new DurableFile(file).read()).header());
    }

    /**
     * Seals everything under a new passphrase; durable when this returns. Other processes must open the token again.
     *
     * @throws TokenException PIN_INCORRECT if {@code old} is wrong, PIN_UNSUITABLE if {@code fresh} does not suit
     */
    public void changePassphrase(Pin old, Pin fresh) throws TokenException {
        TokenFacts.requireSuitable(fresh);
        vault.reseal(old, fresh, octets(random, SALT_OCTETS));
    }

    @Override
    public TokenInfo info() throws TokenException {
        return TokenFacts.info(vault.header());
    }

    @Override
    public List<MechanismInfo> mechanisms() {
        return TokenFacts.MECHANISMS;
    }

    @Override
    public Set<KeySpec> offers() {
        return KeyKind.all();
    }

    @Override
    public List<KeyRef> keys() throws TokenException {
        return vault.list().stream().map(StoredKey::reference).toList();
    }

    @Override
    public KeyRef generateKeyPair(KeySpec spec, String label) throws TokenException {
        if (label.isBlank()) {
            throw new TokenException(Failure.BAD_REQUEST, "a key needs a label");
        }
        vault.requireFree(label);
        StoredKey key = pairs.generate(spec, label);
        vault.add(key);
        return key.reference();
    }

    @Override
    public byte[] publicKey(KeyRef key) throws TokenException {
        return vault.get(key).subjectPublicKeyInfo();
    }

    @Override
    public KeyProof proof(KeyRef key) throws TokenException {
        vault.get(key);
        return TokenFacts.PROOF;
    }

    @Override
    public byte[] sign(KeyRef key, SignMechanism mechanism, byte[] message) throws TokenException {
        return signatures.sign(vault.get(key), mechanism, message);
    }

    @Override
    public void destroy(KeyRef key) throws TokenException {
        vault.remove(key);
    }

    @Override
    public byte[] random(int octets) throws TokenException {
        if (octets < 0 || octets > MAX_RANDOM_OCTETS) {
            throw new TokenException(Failure.BAD_REQUEST, "random octets: 0 to " + MAX_RANDOM_OCTETS);
        }
        return octets(random, octets);
    }

    /** Forgets the keys; the passphrase was forgotten when the token had been opened. */
    @Override
    public void close() {
        vault.close();
    }

    private static byte[] octets(SecureRandom random, int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }
}
