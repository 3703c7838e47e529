package cairn.ca.profile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Turns the octets of a file into text: UTF-8 and nothing else. */
final class ProfileText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MAX_OCTETS = 1 << 20;
    private static final Located.Place START = new Located.Place(1, 1);

    private ProfileText() {}

    /** The text without its byte order mark; empty, with a problem, if there is none. */
    static Optional<String> decode(byte[] content, Problems problems) {
        if (content.length == 0) {
            problems.add(START, "", "the file is empty", "put a profile into it");
            return Optional.empty();
        }
        if (content.length > MAX_OCTETS) {
            problems.add(START, "", "the file has " + content.length + " octets", "keep a profile below 1 MiB");
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            problems.add(end(text), "", "octet " + in.position() + " is not UTF-8", "save the file as UTF-8");
            return Optional.empty();
        }
        return Optional.of(text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
    }

    /** The place behind a text. */
    private static Located.Place end(String text) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return new Located.Place(line, text.length() - text.lastIndexOf('\n'));
    }
}
