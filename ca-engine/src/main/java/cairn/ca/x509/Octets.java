package cairn.ca.x509;

import java.util.Arrays;
import java.util.HexFormat;

/** Immutable octets that are equal when their content is, so that records may hold them. */
public final class Octets {
    private final byte[] content;

    private Octets(byte[] content) {
        this.content = content;
    }

    /** A copy of {@code content}. */
    public static Octets of(byte[] content) {
        return new Octets(content.clone());
    }

    /** A copy of the content. */
    public byte[] toArray() {
        return content.clone();
    }

    /** How many octets. */
    public int size() {
        return content.length;
    }

    /** Their SHA-256 digest. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Lower-case hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(content);
    }
}
