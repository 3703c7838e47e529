package cairn.app.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.session.TokenDirectory;
import cairn.ca.audit.JournalException;
import cairn.ca.authority.AuthorityException;
import cairn.ca.storage.DiskFiles;
import cairn.ca.storage.JournalAccess;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told to do about a failure fits the failure. */
final class ProblemsTest {
    @TempDir
    private Path folder;

    private static String advice(JournalException failure) {
        Problem problem = Problems.of(failure);
        assertEquals("S-1", problem.code());
        assertEquals(ExitCode.STORAGE, problem.exit());
        return problem.whatToDo();
    }

    @Test
    void adviceForAJournalFitsWhatBefellIt() {
        assertTrue(advice(new JournalException("x", new IOException("No space left")))
                .contains("Free space"));
        assertTrue(advice(new JournalException("x", new AccessDeniedException("j")))
                .contains("you may read"));
        assertTrue(
                advice(new JournalException("x", new NoSuchFileException("j"))).contains("Check the path"));
        assertTrue(advice(new JournalException("the journal is damaged")).contains("Keep the folder as it is"));
    }

    @Test
    void aJournalThatIsMissingIsCalledThat() {
        JournalException e = Assertions.assertThrows(
                JournalException.class,
                () -> JournalAccess.of(folder, new DiskFiles()).verify(Optional.empty()));
        assertTrue(e.toString().endsWith("journal.cairn: no such file or folder"), e.toString());
    }

    @Test
    void aListOfTokensThatMakesNoSenseSaysWhereAndWhy() throws Exception {
        Files.createDirectory(folder.resolve("tokens.json"));
        Problem problem = Assertions.assertThrows(Problem.class, () -> new TokenDirectory(folder).all());
        assertEquals("W-2", problem.code());
        assertTrue(problem.where().contains("Is a directory"), problem.where());
    }

    @Test
    void anAnswerFromOutsideForAnotherKeyIsTheOutsideIssuersToMend() {
        Problem problem = Problems.of(new AuthorityException.Refused("key", "the certificate is for another key"));
        assertTrue(problem.whatToDo().startsWith("Ask the outside issuer"), problem::whatToDo);
    }
}
