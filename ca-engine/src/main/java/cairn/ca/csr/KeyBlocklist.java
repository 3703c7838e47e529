package cairn.ca.csr;

import cairn.ca.x509.MalformedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A list of weak RSA moduli in the format of Debian's {@code openssl-blacklist}: one key a line, the last 20 hexadecimal digits
 * of the SHA-1 of the text {@code Modulus=HEX\n} that {@code openssl rsa -modulus} prints; lines that begin with {@code
 * #} are remarks.
 */
public final class KeyBlocklist {
    /** The lists of all sizes and processor kinds together have about a million lines. */
    private static final int MAX_ENTRIES = 4_000_000;

    private static final int DIGITS = 20;
    private static final Pattern ENTRY = Pattern.compile("([0-9a-f]{20})?[0-9a-f]{20}");
    private static final KeyBlocklist EMPTY = new KeyBlocklist(new long[0]);

    /** The upper 64 of the 80 bits of each entry, sorted: a chance match is as good as impossible. */
    private final long[] entries;

    private KeyBlocklist(long[] entries) {
        this.entries = entries;
    }

    /** The list without entries. */
    public static KeyBlocklist empty() {
        return EMPTY;
    }

    /** Reads a list to its end; refuses a line that is neither an entry nor a remark. */
    public static KeyBlocklist read(BufferedReader lines) throws IOException, MalformedException {
        long[] entries = new long[1024];
        int count = 0;
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String entry = line.strip().toLowerCase(Locale.ROOT);
            if (entry.isEmpty() || entry.startsWith("#")) {
                continue;
            }
            if (!ENTRY.matcher(entry).matches() || count == MAX_ENTRIES) {
                throw new MalformedException(
                        "not the last 20 digits of a SHA-1 digest, or more than " + MAX_ENTRIES + " of them",
                        "line " + number);
            }
            if (count == entries.length) {
                entries = Arrays.copyOf(entries, 2 * count);
            }
            entries[count++] = HexFormat.fromHexDigitsToLong(entry, entry.length() - DIGITS, entry.length() - 4);
        }
        long[] sorted = Arrays.copyOf(entries, count);
        Arrays.sort(sorted);
        return new KeyBlocklist(sorted);
    }

    /** This list and another as one. */
    public KeyBlocklist and(KeyBlocklist other) {
        long[] both = Arrays.copyOf(entries, entries.length + other.entries.length);
        System.arraycopy(other.entries, 0, both, entries.length, other.entries.length);
        Arrays.sort(both);
        return new KeyBlocklist(both);
    }

    /** How many keys are listed. */
    public int size() {
        return entries.length;
    }

    /** Whether the modulus is listed. */
    public boolean contains(BigInteger modulus) {
        if (entries.length == 0) {
            return false;
        }
        String digest = digest(modulus);
        return Arrays.binarySearch(entries, HexFormat.fromHexDigitsToLong(digest, DIGITS, 2 * DIGITS - 4)) >= 0;
    }

    /** The 40 digits of the digest whose last 20 stand in a list. */
    public static String digest(BigInteger modulus) {
        try {
            String hex = modulus.toString(16).toUpperCase(Locale.ROOT);
            byte[] text = ("Modulus=" + hex + "\n").getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
