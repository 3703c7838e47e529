package cairn.ca.authority;

import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;

/**
 * The key that a new authority shall have.
 *
 * @param resume whether to take a key that an interrupted creation of the same name left on the token
 */
public record KeyOrder(KeyType type, SignatureAlgorithm algorithm, boolean resume) {
    /** Refuses an algorithm that keys of this type cannot sign by. */
    public KeyOrder {
        if (algorithm.family() != type.family()) {
            throw new IllegalArgumentException("a key of type " + type.word() + " cannot sign by " + algorithm.word());
        }
    }

    /** A new key of this type, signing by the algorithm that is usual for it. */
    public static KeyOrder of(KeyType type) {
        return new KeyOrder(type, SignatureAlgorithm.defaultFor(type), false);
    }

    /** The same, taking what an interrupted creation left. */
    public KeyOrder resumed() {
        return new KeyOrder(type, algorithm, true);
    }
}
