package cairn.hsm.softtoken;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of an open token in memory, and their file. Every change is made on what the file holds at that moment, so
 * that two processes never undo each other's.
 */
final class KeyVault implements AutoCloseable {
    private static final long CKR_USER_NOT_LOGGED_IN = 0x101;
    private static final long CKR_PIN_INCORRECT = 0xA0;

    private final DurableFile file;
    private final SecureRandom random;
    private TokenHeader header;
    private SealingKey key;
    private byte[] seen = new byte[0];

    /** By CKA_ID; replaced as a whole, so that signing needs no lock. Empty after closing. */
    private volatile Map<String, StoredKey> keys = Map.of();

    private volatile boolean closed;

    private KeyVault(DurableFile file, TokenHeader header, SealingKey key, SecureRandom random) {
        this.file = file;
        this.header = header;
        this.key = key;
        this.random = random;
    }

    static KeyVault create(DurableFile file, TokenHeader header, SealingKey key, SecureRandom random)
            throws TokenException {
        KeyVault vault = new KeyVault(file, header, key, random);
        try (DurableFile.Turn turn = file.turn()) {
            if (file.exists()) {
                throw new TokenException(Failure.REJECTED, "there is already a file at " + file.path());
            }
            vault.write(turn, header, key, List.of());
        }
        return vault;
    }

    static KeyVault open(DurableFile file, SealedFile sealed, SealingKey key, SecureRandom random)
            throws TokenException {
        try {
            requireRight(sealed, key);
            KeyVault vault = new KeyVault(file, sealed.header(), key, random);
            vault.adopt(sealed.unseal(key));
            return vault;
        } catch (TokenException e) {
            key.wipe();
            throw e;
        }
    }

    synchronized TokenHeader header() throws TokenException {
        requireOpen();
        return header;
    }

    synchronized List<StoredKey> list() throws TokenException {
        refresh();
        return List.copyOf(keys.values());
    }

    StoredKey get(KeyRef reference) throws TokenException {
        requireOpen();
        StoredKey found = keys.get(reference.id());
        if (found == null) {
            list();
            found = keys.get(reference.id());
        }
        if (found == null) {
            throw new TokenException(
                    Failure.KEY_MISSING, "no key " + reference.id() + " (" + reference.label() + ") in " + file.path());
        }
        return found;
    }

    synchronized void requireFree(String label) throws TokenException {
        refresh();
        if (keys.values().stream().anyMatch(other -> other.reference().label().equals(label))) {
            throw new TokenException(Failure.KEY_EXISTS, "the token has a key with the label " + label + " already");
        }
    }

    synchronized void add(StoredKey fresh) throws TokenException {
        try (DurableFile.Turn turn = file.turn()) {
            requireFree(fresh.reference().label());
            List<StoredKey> all = new ArrayList<>(keys.values());
            all.add(fresh);
            write(turn, header, key, all);
        }
    }

    synchronized void remove(KeyRef reference) throws TokenException {
        try (DurableFile.Turn turn = file.turn()) {
            refresh();
            get(reference);
            List<StoredKey> rest = new ArrayList<>(keys.values());
            rest.removeIf(other -> other.reference().id().equals(reference.id()));
            write(turn, header, key, rest);
        }
    }

    synchronized void reseal(Pin old, Pin fresh, byte[] salt) throws TokenException {
        try (DurableFile.Turn turn = file.turn()) {
            refresh();
            SealingKey proof = SealingKey.derive(old, header.salt(), header.cost());
            boolean right = key.hasCheck(proof.check());
            proof.wipe();
            if (!right) {
                throw incorrect();
            }
            TokenHeader salted = header.withSalt(salt);
            SealingKey successor = SealingKey.derive(fresh, salt, salted.cost());
            write(turn, salted, successor, List.copyOf(keys.values()));
            key.wipe();
            key = successor;
            header = salted;
        }
    }

    private void write(DurableFile.Turn turn, TokenHeader header, SealingKey key, List<StoredKey> content)
            throws TokenException {
        byte[] nonce = new byte[SealedFile.NONCE_OCTETS];
        random.nextBytes(nonce);
        byte[] octets = SealedFile.encode(header, key, nonce, content);
        file.replace(turn, octets);
        seen = octets;
        adopt(content);
    }

    /** Takes over what another process has written since. */
    private void refresh() throws TokenException {
        requireOpen();
        byte[] now = file.read();
        if (Arrays.equals(now, seen)) {
            return;
        }
        SealedFile sealed = SealedFile.parse(now);
        if (!sealed.header().serialNumber().equals(header.serialNumber())) {
            throw new TokenException(Failure.TOKEN_ABSENT, "another software token is now at " + file.path());
        }
        if (!sealed.header().hasSalt(header.salt())) {
            throw new TokenException(
                    Failure.LOGIN_REQUIRED, "the passphrase was changed by another program; open the token again");
        }
        requireRight(sealed, key);
        adopt(sealed.unseal(key));
        seen = now;
    }

    private void adopt(List<StoredKey> content) {
        Map<String, StoredKey> successor = new LinkedHashMap<>();
        for (StoredKey one : content) {
            String id = one.reference().id();
            // What is known already keeps its parsed private key.
            successor.put(id, Optional.ofNullable(keys.get(id)).orElse(one));
        }
        keys = successor;
    }

    private static void requireRight(SealedFile sealed, SealingKey key) throws TokenException {
        if (!sealed.opensWith(key)) {
            throw incorrect();
        }
    }

    private static TokenException incorrect() {
        return new TokenException(
                Failure.PIN_INCORRECT, "C_Login", CKR_PIN_INCORRECT, "the passphrase is not this token's", null);
    }

    private void requireOpen() throws TokenException {
        if (closed) {
            throw new TokenException(
                    Failure.LOGIN_REQUIRED, "", CKR_USER_NOT_LOGGED_IN, "the software token has been closed", null);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        keys = Map.of();
        key.wipe();
    }
}
