package cairn.ca.lint.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The decoder of RFC 3492, to see whether an {@code xn--} label stands for anything. */
public final class Punycode {
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;

    private Punycode() {}

    /** The text behind {@code xn--}, or nothing if it stands for no text. */
    public static Optional<String> decode(String encoded) {
        int delimiter = encoded.lastIndexOf('-');
        StringBuilder output = new StringBuilder();
        if (delimiter > 0) {
            output.append(encoded, 0, delimiter);
        }
        int[] points = output.codePoints().toArray();
        List<Integer> text = new ArrayList<>();
        for (int point : points) {
            text.add(point);
        }
        int n = 0x80;
        int i = 0;
        int bias = 72;
        int in = delimiter < 0 ? 0 : delimiter + 1;
        while (in < encoded.length()) {
            int before = i;
            long weight = 1;
            long value = i;
            for (int k = BASE; ; k += BASE) {
                if (in == encoded.length()) {
                    return Optional.empty();
                }
                int digit = digit(encoded.charAt(in++));
                value += digit * weight;
                if (digit < 0 || value > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                int t = Math.clamp((long) k - bias, T_MIN, T_MAX);
                if (digit < t) {
                    break;
                }
                weight *= BASE - t;
                if (weight > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
            }
            int length = text.size() + 1;
            bias = adapt((int) value - before, length, before == 0);
            n += (int) value / length;
            i = (int) value % length;
            if (n < 0 || n > Character.MAX_CODE_POINT || (n >= 0xD800 && n <= 0xDFFF)) {
                return Optional.empty();
            }
            text.add(i++, n);
        }
        StringBuilder decoded = new StringBuilder();
        text.forEach(decoded::appendCodePoint);
        return Optional.of(decoded.toString());
    }

    private static int digit(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a';
        }
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
    }

    private static int adapt(int delta, int length, boolean first) {
        int rest = first ? delta / 700 : delta / 2;
        rest += rest / length;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + 38);
    }
}
