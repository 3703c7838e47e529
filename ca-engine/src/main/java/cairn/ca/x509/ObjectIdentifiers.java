package cairn.ca.x509;

import java.math.BigInteger;
import java.util.Optional;

/** The content octets of an OBJECT IDENTIFIER as dotted numbers (X.690 section 8.19). */
final class ObjectIdentifiers {
    /** Longer than any identifier that means something; guards against a number of a million digits. */
    private static final int MAX_OCTETS = 128;

    private ObjectIdentifiers() {}

    static Optional<String> dotted(byte[] bytes, int from, int to) {
        if (from >= to || to - from > MAX_OCTETS || (bytes[to - 1] & 0x80) != 0) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(32);
        int at = from;
        while (at < to) {
            if ((bytes[at] & 0xFF) == 0x80) {
                return Optional.empty();
            }
            int start = at;
            while ((bytes[at] & 0x80) != 0) {
                at++;
            }
            at++;
            arc(text, bytes, start, at);
        }
        return Optional.of(text.toString());
    }

    private static void arc(StringBuilder text, byte[] bytes, int from, int to) {
        if (to - from > 8) {
            BigInteger value = BigInteger.ZERO;
            for (int i = from; i < to; i++) {
                value = value.shiftLeft(7).or(BigInteger.valueOf(bytes[i] & 0x7F));
            }
            text.append(text.isEmpty() ? "2." + value.subtract(BigInteger.valueOf(80)) : "." + value);
            return;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            value = (value << 7) | (bytes[i] & 0x7F);
        }
        if (text.isEmpty()) {
            long top = Math.min(value / 40, 2);
            text.append(top).append('.').append(value - 40 * top);
        } else {
            text.append('.').append(value);
        }
    }
}
