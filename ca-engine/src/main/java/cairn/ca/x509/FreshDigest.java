package cairn.ca.x509;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Begins computations of one kind of digest. Asking the platform for an algorithm by its name costs as much as a digest
 * itself, so this is done once, and what came of it is copied. Safe for use by several threads.
 */
final class FreshDigest {
    private final String algorithm;
    private final MessageDigest untouched;

    /** Of an algorithm that every Java platform has. */
    FreshDigest(String algorithm) {
        this.algorithm = algorithm;
        this.untouched = ask();
    }

    /** A computation that has seen no octet yet. */
    MessageDigest begin() {
        try {
            return (MessageDigest) untouched.clone();
        } catch (CloneNotSupportedException e) {
            // A provider need not allow copies.
            return ask();
        }
    }

    private MessageDigest ask() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
