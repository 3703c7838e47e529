package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values that no certificate can have are bad input, not a bug. */
final class OptionBoundsTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    private void refused(String where, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("authority", "create-root", "second", "--workspace", cairn.workspace()));
        command.addAll(List.of(arguments));
        assertEquals(3, cairn.run(command.toArray(String[]::new)), cairn::err);
        assertTrue(cairn.err().contains("code: A-8") && cairn.err().contains(where), cairn::err);
    }

    @Test
    void aLifetimeAPathLengthAndASubjectAreWithinBounds() throws Exception {
        cairn.makeAuthorities();
        refused("--days 0", "--subject", "CN=Second", "--days", "0");
        refused("--days -1", "--subject", "CN=Second", "--days", "-1");
        refused("--path-length -1", "--subject", "CN=Second", "--path-length", "-1");
        refused("--subject", "--subject", "");
    }
}
