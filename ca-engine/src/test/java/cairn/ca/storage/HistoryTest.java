package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.Checkpoint;
import cairn.ca.audit.JournalEntry;
import cairn.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lives of a workspace: the register says what a plain model says, whichever way it came to its rows. */
final class HistoryTest {
    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();

    private Register open(Path workspace) throws Exception {
        return Register.open(workspace, Fixture.surroundings(clock));
    }

    private Path register(Path workspace) {
        return workspace.resolve("register.mv.db");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void grownReopenedCaughtUpAndRebuiltAreTheSame(long seed) throws Exception {
        Path workspace = folder.resolve("ca");
        History history = new History(seed, clock);
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            history.live(register, 25);
            history.verify(register);
        }
        Path older = Files.copy(register(workspace), folder.resolve("older.mv.db"));
        try (Register register = open(workspace)) {
            history.verify(register);
            history.live(register, 35);
            history.verify(register);
        }
        assertTrue(history.refusals() > 0, "the history tried what is forbidden");
        Map<String, List<String>> grown = TableRows.of(register(workspace), folder);
        Files.copy(older, register(workspace), StandardCopyOption.REPLACE_EXISTING);
        try (Register register = open(workspace)) {
            assertTrue(register.report().replayed() > 10, register.report().toString());
            history.verify(register);
        }
        assertEquals(grown, TableRows.of(register(workspace), folder), "an older register that caught up");
        RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock));
        assertEquals(grown, TableRows.of(register(workspace), folder), "a register made anew");
        try (Register register = open(workspace)) {
            history.verify(register);
            history.live(register, 5);
            history.verify(register);
        }
    }

    @Test
    void everyEarlierRegisterCatchesUpAndEveryEarlierJournalLocks() throws Exception {
        Path workspace = folder.resolve("ca");
        Path journal = workspace.resolve("journal.cairn");
        History history = new History(9, clock);
        Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))
                .close();
        List<Path> registers = new ArrayList<>();
        List<Path> journals = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            registers.add(Files.copy(register(workspace), folder.resolve(day + ".mv.db")));
            journals.add(Files.copy(journal, folder.resolve(day + ".cairn")));
            try (Register register = open(workspace)) {
                history.live(register, 6);
            }
        }
        Path newest = Files.copy(journal, folder.resolve("newest.cairn"));
        Map<String, List<String>> grown = TableRows.of(register(workspace), folder);
        for (Path older : journals) {
            Files.copy(older, journal, StandardCopyOption.REPLACE_EXISTING);
            WorkspaceLockedException e = assertThrows(WorkspaceLockedException.class, () -> open(workspace));
            assertEquals(WorkspaceLockedException.Reason.JOURNAL_ROLLED_BACK, e.reason());
            WorkspaceLockedException rebuild = assertThrows(
                    WorkspaceLockedException.class,
                    () -> RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock)));
            assertEquals(WorkspaceLockedException.Reason.JOURNAL_ROLLED_BACK, rebuild.reason());
        }
        Files.copy(newest, journal, StandardCopyOption.REPLACE_EXISTING);
        for (Path older : registers) {
            Files.copy(older, register(workspace), StandardCopyOption.REPLACE_EXISTING);
            open(workspace).close();
            assertEquals(grown, TableRows.of(register(workspace), folder), older.toString());
        }
    }

    @Test
    void theJournalIsReadBesideTheWriterFromAnyPlaceOn() throws Exception {
        Path workspace = folder.resolve("ca");
        History history = new History(4, clock);
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            history.live(register, 15);
            List<JournalEntry> all = new ArrayList<>();
            List<Long> ends = new ArrayList<>(List.of(0L));
            register.journalAccess().read(0, batch -> {
                all.addAll(batch);
                ends.add(batch.getLast().sequence());
            });
            assertEquals(register.journal().lastSequence(), all.size());
            for (long end : ends) {
                List<JournalEntry> rest = new ArrayList<>();
                register.journalAccess().read(end, rest::addAll);
                assertEquals(all.subList((int) end, all.size()), rest);
            }
            Checkpoint now = register.checkpoint();
            assertEquals(all.getLast().chain(), now.chain());
            history.live(register, 5);
            assertTrue(register.journalAccess().verify(Optional.of(now)).intact());
            Checkpoint later = new Checkpoint(register.checkpoint().sequence() + 1, now.chain(), now.time());
            assertTrue(!register.journalAccess().verify(Optional.of(later)).intact(), "the end was cut off");
            assertEquals(
                    new AuditEvent.WorkspaceCreated(register.identity().id(), 1, "x", "1.0-test"),
                    all.getFirst().event());
        }
    }
}
