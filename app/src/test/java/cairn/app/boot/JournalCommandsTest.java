package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.problem.ExitCode;
import cairn.app.session.Session;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reading and verifying the journal, whole, damaged and in use. */
final class JournalCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    private final CommandLineFixture cairn = new CommandLineFixture();

    @BeforeEach
    void start() {
        cairn.done("workspace", "init");
        cairn.done("workspace", "info");
        cairn.done("workspace", "info");
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-w", cairn.workspace()));
        return cairn.run(all.toArray(String[]::new));
    }

    private List<String> shown() {
        return cairn.out().lines().toList();
    }

    /** Changes one letter of the entry {@code sequence}, which is not the last. */
    private void damage(long sequence) throws Exception {
        Path file = Path.of(cairn.workspace()).resolve("journal.cairn");
        byte[] octets = Files.readAllBytes(file);
        int at = new String(octets, StandardCharsets.ISO_8859_1).indexOf("{\"sequence\":" + sequence + ",");
        octets[at + 3] ^= 1;
        Files.write(file, octets);
    }

    @Test
    void damageDoesNotHideWhatIsBeforeIt() throws Exception {
        cairn.done("audit", "show");
        List<String> whole = shown();
        damage(4);
        assertEquals(ExitCode.STORAGE.code(), run("audit", "show"));
        assertEquals(whole.subList(0, 3), shown());
        assertTrue(cairn.err().contains("the journal is damaged at entry 4"), cairn::err);
        assertTrue(cairn.err().contains("what to do: ") && cairn.err().contains("code: S-1"), cairn::err);
    }

    @Test
    void aJournalThatIsNotIntactComesWithAdvice() throws Exception {
        damage(3);
        for (String command : List.of("audit", "workspace")) {
            assertEquals(ExitCode.REFUSED.code(), run(command, "verify"));
            assertTrue(cairn.out().contains("NOT INTACT at entry 3: "), cairn::out);
            assertTrue(cairn.out().contains("What to do: Keep a copy of the folder as it is"), cairn::out);
        }
        run("audit", "verify", "--json");
        assertTrue(JSON.readTree(cairn.out()).get("whatToDo").asText().contains("journal.cairn"), cairn::out);
    }

    @Test
    void besideAnOpenWorkspaceTheJournalIsCheckedAndThatTheRegisterIsNotIsSaid() throws Exception {
        try (Composition composition = new Composition();
                Session session = composition.open(Path.of(cairn.workspace()))) {
            long before = session.register().journal().lastSequence();
            assertEquals(0, run("audit", "verify"), cairn::err);
            assertEquals(ExitCode.STORAGE.code(), run("workspace", "verify"));
            assertTrue(cairn.out().contains("Intact: " + before + " entries."), cairn::out);
            assertTrue(cairn.err().contains("the register was NOT compared"), cairn::err);
            assertTrue(cairn.err().contains("is already open"), cairn::err);
            assertTrue(cairn.err().contains("code: S-6"), cairn::err);
            assertEquals(before, session.register().journal().lastSequence(), "something was recorded beside it");
        }
    }

    /** What is recorded there is the journal up to the entry that the verification saw. */
    @Test
    void aVerificationOfTheWorkspaceIsRecordedAndOneOfTheJournalAloneChangesNothing() throws Exception {
        run("audit", "verify", "--json");
        JsonNode first = JSON.readTree(cairn.out());
        run("audit", "verify", "--json");
        assertEquals(first, JSON.readTree(cairn.out()), "it was changed by looking");
        cairn.done("workspace", "verify");
        cairn.done("audit", "show", "JournalVerified", "--json");
        JsonNode recorded = JSON.readTree(cairn.out());
        assertEquals(
                first.get("entries").asLong(),
                recorded.get("event").get("upToSequence").asLong());
        assertFalse(recorded.get("actor").asText().isEmpty());
    }
}
