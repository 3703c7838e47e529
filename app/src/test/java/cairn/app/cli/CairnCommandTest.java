package cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.problem.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CairnCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return CairnCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void theHelpListsEveryExitCodeWithItsMeaning() {
        assertEquals(0, run("--help"));
        for (ExitCode code : ExitCode.values()) {
            assertTrue(
                    out.toString().matches("(?s).*\\b" + code.code() + "\\s+" + code.words() + ".*"),
                    () -> "the help does not explain " + code);
        }
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertEquals(ExitCode.USAGE.code(), run("no-such-command"));
        assertTrue(err.toString().contains("no-such-command"));
    }
}
