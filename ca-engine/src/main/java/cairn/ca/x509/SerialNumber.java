package cairn.ca.x509;

import java.math.BigInteger;
import java.util.HexFormat;

/** A certificate serial number: positive and at most 20 octets (RFC 5280 section 4.1.2.2). */
public record SerialNumber(BigInteger value) implements Comparable<SerialNumber> {
    private static final int MAX_OCTETS = 20;

    /** Refuses zero, negative numbers and more than 20 octets. */
    public SerialNumber {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a serial number is positive (RFC 5280 section 4.1.2.2)");
        }
        if (value.toByteArray().length > MAX_OCTETS) {
            throw new IllegalArgumentException("a serial number has at most 20 octets (RFC 5280 section 4.1.2.2)");
        }
    }

    /** Reads hexadecimal digits, with or without colons, as {@code openssl x509 -serial} prints them. */
    public static SerialNumber ofHex(String text) {
        String digits = text.replace(":", "").strip();
        if (!digits.matches("[0-9A-Fa-f]{1,40}")) {
            throw new IllegalArgumentException("not a serial number in hexadecimal: " + text);
        }
        return new SerialNumber(new BigInteger(digits, 16));
    }

    /** The content octets of the DER INTEGER. */
    public byte[] octets() {
        return value.toByteArray();
    }

    /** Lower-case hexadecimal digits, an even number of them, without separators. */
    public String hex() {
        byte[] octets = octets();
        boolean signOctet = octets.length > 1 && octets[0] == 0;
        return HexFormat.of().formatHex(octets, signOctet ? 1 : 0, octets.length);
    }

    @Override
    public int compareTo(SerialNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return hex();
    }
}
