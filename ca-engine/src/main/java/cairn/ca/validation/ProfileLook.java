package cairn.ca.validation;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether a JSON document was meant as a profile, also one that is damaged or was not finished. */
final class ProfileLook {
    /** What no other document has. */
    private static final List<String> MARKS = List.of("\"cairn-profile\"", "\"urn:cairn:profile:");

    /** What every profile has; each word alone stands in other documents too. */
    private static final List<String> PARTS =
            List.of("\"name\"", "\"kind\"", "\"keys\"", "\"subject\"", "\"validity\"", "\"extensions\"");

    private ProfileLook() {}

    static boolean has(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        return MARKS.stream().anyMatch(text::contains) || PARTS.stream().allMatch(text::contains);
    }
}
