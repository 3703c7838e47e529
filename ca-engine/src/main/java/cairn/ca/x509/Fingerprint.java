package cairn.ca.x509;

import java.security.MessageDigest;
import java.util.HexFormat;

/** The SHA-256 digest of some bytes, as 64 lower-case hexadecimal digits. */
public record Fingerprint(String hex) {
    private static final FreshDigest SHA_256 = new FreshDigest("SHA-256");

    /** Refuses anything but 64 lower-case hexadecimal digits. */
    public Fingerprint {
        if (!isDigest(hex)) {
            throw new IllegalArgumentException("not a SHA-256 digest in hexadecimal: " + hex);
        }
    }

    private static boolean isDigest(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return hex.length() == 64;
    }

    /** The digest of {@code bytes}. */
    public static Fingerprint of(byte[] bytes) {
        return ofDigest(sha256().digest(bytes));
    }

    /** Wraps a digest of 32 octets that was computed elsewhere. */
    public static Fingerprint ofDigest(byte[] digest) {
        return new Fingerprint(HexFormat.of().formatHex(digest));
    }

    /** The 32 octets. */
    public byte[] octets() {
        return HexFormat.of().parseHex(hex);
    }

    /** A fresh SHA-256 computation. */
    public static MessageDigest sha256() {
        return SHA_256.begin();
    }

    @Override
    public String toString() {
        return hex;
    }
}
