package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

/**
 * An edit of a good profile in which guillemets stand before the place that is named, with the field and words of problem and
 * remedy.
 */
record ProfileEdit(String from, String to, String field, String what, String remedy) {
    static final String GOOD = """
            {
              "cairn-profile": 1, "name": "test", "kind": "end-entity", "keys": ["ec-p256"],
              "subject": {
                "attributes": [{"type": "commonName", "min": 1}]
              },
              "alternative-names": {"dns": {}, "critical": false},
              "validity": {"default": "10 days", "max": "20 days"},
              "extensions": {"key-usage": ["digitalSignature"]}
            }
            """;

    /** Insists on exactly this problem at this place. */
    void check() {
        assertTrue(GOOD.contains(from), from);
        String marked = GOOD.replace(from, to);
        String before = marked.substring(0, marked.indexOf('\u00AB'));
        String text = marked.replace("\u00AB\u00BB", "");
        ProfileException refused = assertThrows(ProfileException.class, () -> read(text), text);
        Problem problem = refused.problems().stream()
                .filter(p -> p.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new AssertionError(refused.getMessage()));
        assertTrue(problem.what().contains(what), problem::toString);
        assertTrue(problem.remedy().contains(remedy), problem::toString);
        if (problem.what().contains("is missing")) {
            return; // the object around is named, and the object may start earlier
        }
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        assertEquals(line + ":" + column, problem.line() + ":" + problem.column(), problem::toString);
        assertEquals(1, refused.problems().size(), refused::getMessage);
    }

    static Profile read(String text) throws ProfileException {
        return ProfileReader.read("test.json", text.getBytes(StandardCharsets.UTF_8));
    }
}
