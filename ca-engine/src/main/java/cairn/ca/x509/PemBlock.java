package cairn.ca.x509;

import java.util.Arrays;
import java.util.List;

/** One textual block between a BEGIN and an END line (RFC 7468 section 2). Decoded when asked for, and erasable. */
public final class PemBlock {
    private final String label;
    private final int line;
    private final List<String> headers;
    private final byte[] text;
    private final int textLine;

    PemBlock(String label, int line, List<String> headers, byte[] text, int textLine) {
        this.label = label;
        this.line = line;
        this.headers = List.copyOf(headers);
        this.text = text;
        this.textLine = textLine;
    }

    /** What stands between BEGIN and the hyphens, such as {@code CERTIFICATE}. */
    public String label() {
        return label;
    }

    /** The number of the BEGIN line, counted from 1. */
    public int line() {
        return line;
    }

    /** Whether headers inside the block say that the content is encrypted (RFC 1421 section 4.6.1.1). */
    public boolean isEncrypted() {
        return headers.stream().anyMatch(header -> header.contains("ENCRYPTED"));
    }

    /** The octets; refuses characters outside of the base64 alphabet, and padding in the wrong place, naming the line. */
    public byte[] content() throws MalformedException {
        byte[] out = new byte[text.length / 4 * 3 + 3];
        int length = 0;
        int bits = 0;
        int held = 0;
        int padding = 0;
        int at = textLine;
        for (int i = 0; i < text.length; i++) {
            byte character = text[i];
            at += endsLine(i) ? 1 : 0;
            if (character == ' ' || (character >= '\t' && character <= '\r')) {
                continue;
            }
            if (character == '=') {
                padding++;
                continue;
            }
            int value = value(character);
            if (value < 0 || padding > 0) {
                throw new MalformedException(
                        padding > 0 ? "base64 goes on behind its padding" : "a character that is not base64",
                        "line " + at);
            }
            held = (held << 6) | value;
            bits += 6;
            if (bits >= 8) {
                bits -= 8;
                out[length++] = (byte) (held >> bits);
            }
        }
        // RFC 4648 section 4: three characters and one "=", two characters and two "=", or none of both.
        if (bits == 6 || padding != bits / 2) {
            throw new MalformedException("base64 that ends in the middle of a group of four", "line " + at);
        }
        byte[] content = Arrays.copyOf(out, length);
        Arrays.fill(out, (byte) 0);
        return content;
    }

    /** Overwrites the text with zeros. */
    public void wipe() {
        Arrays.fill(text, (byte) 0);
    }

    /** A line ends in LF, CR LF, or CR alone. */
    private boolean endsLine(int index) {
        return text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.length || text[index + 1] != '\n'));
    }

    private static int value(byte c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }

    /** The label and the line, never the content. */
    @Override
    public String toString() {
        return label + " in line " + line;
    }
}
