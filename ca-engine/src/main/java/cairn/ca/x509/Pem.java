package cairn.ca.x509;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Textual encodings (RFC 7468). Reading tolerates a byte order mark, any line ending, white space around a line, and text
 * before, between and behind the blocks; it does not tolerate a block of a known kind that
 * does not end.
 */
public final class Pem {
    /** No file that is read whole may be larger: 64 MiB. */
    public static final int MAX_BYTES = 64 << 20;

    /** No file may have more blocks. */
    public static final int MAX_BLOCKS = 100_000;

    private static final byte[] BEGIN = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "-----END ".getBytes(StandardCharsets.US_ASCII);
    private static final String HYPHENS = "-----";
    private static final int MAX_LABEL = 80;
    private static final int MAX_HEADERS = 50;

    private Pem() {}

    /** Writes one block with lines of 64 characters, ending with a line feed. */
    public static String write(String label, byte[] content) {
        if (!label.matches("[!-,.-~]+([ -][!-,.-~]+)*")) {
            throw new IllegalArgumentException("not a label (RFC 7468 section 3): " + label);
        }
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + body + (body.isEmpty() ? "" : "\n") + "-----END " + label
                + "-----\n";
    }

    /** Whether a BEGIN line occurs. */
    public static boolean isPem(byte[] file) {
        int at = 0;
        while (at < file.length) {
            int end = lineEnd(file, at);
            if (startsWith(file, skipSpace(file, at, end), end, BEGIN)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    /** The label of the first BEGIN line, also in a file whose blocks are damaged. */
    public static Optional<String> firstLabel(byte[] file) {
        int at = 0;
        while (at < file.length) {
            int end = lineEnd(file, at);
            int start = skipSpace(file, at, end);
            if (startsWith(file, start, end, BEGIN)) {
                try {
                    return Optional.of(label(file, start + BEGIN.length, end, 1));
                } catch (MalformedException e) {
                    return Optional.empty();
                }
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    /** Reads all blocks; an empty list where there is none. The base64 inside is looked at later, see {@link PemBlock}. */
    public static List<PemBlock> read(byte[] file) throws MalformedException {
        if (file.length > MAX_BYTES) {
            throw new MalformedException(
                    "the file has " + file.length + " bytes, more than " + MAX_BYTES, "offset " + MAX_BYTES);
        }
        List<PemBlock> blocks = new ArrayList<>();
        int at = 0;
        int line = 0;
        while (at < file.length) {
            int end = lineEnd(file, at);
            line++;
            int start = skipSpace(file, at, end);
            at = end + 1;
            if (startsWith(file, start, end, END)) {
                throw new MalformedException("an END line without its BEGIN", "line " + line);
            }
            if (startsWith(file, start, end, BEGIN)) {
                if (blocks.size() >= MAX_BLOCKS) {
                    throw new MalformedException("more than " + MAX_BLOCKS + " blocks", "line " + line);
                }
                Body body = body(file, at, line, label(file, start + BEGIN.length, end, line));
                body.block.ifPresent(blocks::add);
                at = body.next;
                line = body.lastLine;
            }
        }
        return blocks;
    }

    private record Body(Optional<PemBlock> block, int next, int lastLine) {}

    private static Body body(byte[] file, int from, int beginLine, String label) throws MalformedException {
        int at = from;
        int line = beginLine;
        int textFrom = from;
        int textLine = beginLine + 1;
        boolean inHeaders = true;
        List<String> headers = new ArrayList<>();
        while (at < file.length) {
            int end = lineEnd(file, at);
            line++;
            int start = skipSpace(file, at, end);
            if (startsWith(file, start, end, BEGIN)) {
                if (ContentKind.ofLabel(label).isEmpty()) {
                    // Nothing that anybody would read: remarks in the shape of a block.
                    return new Body(Optional.empty(), at, line - 1);
                }
                throw new MalformedException(
                        "BEGIN " + label + " in line " + beginLine + " has no END before the next BEGIN",
                        "line " + line);
            }
            if (startsWith(file, start, end, END)) {
                String last = label(file, start + END.length, end, line);
                if (!last.equals(label)) {
                    throw new MalformedException("END " + last + " closes BEGIN " + label, "line " + line);
                }
                byte[] text = Arrays.copyOfRange(file, textFrom, Math.max(textFrom, at));
                PemBlock block = new PemBlock(label, beginLine, headers, text, textLine);
                return new Body(Optional.of(block), end + 1, line);
            }
            boolean header = inHeaders
                    && headers.size() < MAX_HEADERS
                    && (isHeader(file, start, end) || continues(file, at, headers));
            if (header) {
                headers.add(new String(file, start, end - start, StandardCharsets.ISO_8859_1));
                textFrom = Math.min(end + 1, file.length);
                textLine = line + 1;
            }
            inHeaders = header;
            at = end + 1;
        }
        throw new MalformedException("BEGIN " + label + " has no END: the file is cut off", "line " + beginLine);
    }

    private static boolean isHeader(byte[] file, int start, int end) {
        for (int i = start; i < end; i++) {
            if (file[i] == ':') {
                return i > start;
            }
            if (!Character.isLetterOrDigit(file[i]) && file[i] != '-') {
                return false;
            }
        }
        return false;
    }

    /** A header goes on in a line that begins with white space (RFC 1421 section 4.6). */
    private static boolean continues(byte[] file, int at, List<String> headers) {
        return !headers.isEmpty() && (file[at] == ' ' || file[at] == '\t');
    }

    private static String label(byte[] file, int from, int end, int line) throws MalformedException {
        String rest = new String(
                        file, from, Math.min(end - from, MAX_LABEL + 2 * HYPHENS.length()), StandardCharsets.ISO_8859_1)
                .strip();
        if (!rest.endsWith(HYPHENS) || rest.length() > MAX_LABEL) {
            throw new MalformedException("a BEGIN or END line does not end in five hyphens", "line " + line);
        }
        return PlainText.escape(rest.substring(0, rest.length() - HYPHENS.length()));
    }

    private static int lineEnd(byte[] file, int from) {
        int at = from;
        while (at < file.length && file[at] != '\n' && (file[at] != '\r' || isCrLf(file, at))) {
            at++;
        }
        return at;
    }

    private static boolean isCrLf(byte[] file, int at) {
        return at + 1 < file.length && file[at + 1] == '\n';
    }

    private static int skipSpace(byte[] file, int from, int end) {
        int at = from;
        if (from == 0 && end >= 3 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF) {
            at = 3;
        }
        while (at < end && (file[at] == ' ' || file[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static boolean startsWith(byte[] file, int from, int end, byte[] prefix) {
        return end - from >= prefix.length && Arrays.equals(file, from, from + prefix.length, prefix, 0, prefix.length);
    }
}
