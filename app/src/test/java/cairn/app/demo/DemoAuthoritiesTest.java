package cairn.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The names of a demonstration are free on its token, for they are the labels of its keys. */
final class DemoAuthoritiesTest {
    @Test
    void theFirstFreeNumberIsTakenForBoth() {
        assertEquals("demo-root, demo-issuing", names(Set.of("root", "demo-root-2")));
        assertEquals("demo-root-2, demo-issuing-2", names(Set.of("demo-root", "demo-issuing")));
        assertEquals("demo-root-2, demo-issuing-2", names(Set.of("demo-root")));
        assertEquals("demo-root-3, demo-issuing-3", names(Set.of("demo-issuing", "demo-issuing-2")));
    }

    private static String names(Set<String> labels) {
        DemoAuthorities names = DemoAuthorities.beside(labels);
        return names.root() + ", " + names.issuing();
    }
}
