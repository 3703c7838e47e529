package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was signed and could not be written is named with the way to it. */
final class LostFilesTest {
    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    /** A name that no file can have, which stands for every disk that does not take it. */
    private Path unwritable = Path.of("");

    @BeforeEach
    void start() throws Exception {
        cairn.makeAuthorities();
        unwritable = cairn.file("n".repeat(300) + ".csr");
    }

    private int run(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of("-w", cairn.workspace(), "--pin-file", cairn.pinFile().toString()));
        return cairn.run(all.toArray(String[]::new));
    }

    private int request(String subject, Path out, String... more) throws Exception {
        List<String> all = new ArrayList<>(
                List.of("authority", "request", "outside", "--subject", subject, "--key", "ec-p256", "--out"));
        all.add(out.toString());
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    @Test
    void aRequestForAnOutsideIssuerIsWrittenAgainAsItWas() throws Exception {
        assertEquals(5, request("CN=Outside", unwritable));
        assertTrue(cairn.err().contains("code: S-8") && cairn.err().contains("--resume"), cairn::err);
        Path out = cairn.file("out.csr");
        assertEquals(1, request("CN=Outside", out));
        assertEquals(1, request("CN=Another", out, "--resume"));
        assertEquals(0, request("CN=Outside", out, "--resume"), cairn::err);
        Path again = cairn.file("again.csr");
        assertEquals(0, request("CN=Outside", again, "--resume"), cairn::err);
        assertEquals(Files.readString(out), Files.readString(again));
    }

    @Test
    void aListIsKeptInTheWorkspace() throws Exception {
        assertEquals(5, run("crl", "sign", "issuing", "--out", unwritable.toString()));
        Path list = Path.of(cairn.workspace(), "crls", "issuing-1.crl");
        assertTrue(cairn.err().contains("code: S-8") && cairn.err().contains(list.toString()), cairn::err);
        assertEquals(0, cairn.run("inspect", list.toString()), cairn::out);
    }
}
