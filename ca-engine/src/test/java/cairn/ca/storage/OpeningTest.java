package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.FileJournal;
import cairn.ca.audit.JournalFile;
import cairn.ca.audit.JournalScan;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.storage.WorkspaceLockedException.Reason;
import cairn.testkit.Folders;
import cairn.testkit.SeededRandom;
import cairn.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which journal and register can disagree, and what is said about it. */
final class OpeningTest {
    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();
    private Path workspace = Path.of("");
    private Path journal = Path.of("");
    private Path database = Path.of("");
    private Path olderJournal = Path.of("");
    private Path olderDatabase = Path.of("");
    private List<IssuanceIntent> issued = List.of();

    /** A workspace with three certificates, and its state before the last of them. */
    @BeforeEach
    void aWorkspaceWithAPast() throws Exception {
        workspace = folder.resolve("ca");
        journal = workspace.resolve("journal.cairn");
        database = workspace.resolve("register.mv.db");
        issued = new ArrayList<>();
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            issued.addAll(Fixture.issue(register, 1, 2));
        }
        olderJournal = Files.copy(journal, folder.resolve("older.cairn"));
        olderDatabase = Files.copy(database, folder.resolve("older.mv.db"));
        try (Register register = open()) {
            issued.addAll(Fixture.issue(register, 3, 1));
        }
    }

    private Register open() throws WorkspaceException {
        return Register.open(workspace, Fixture.surroundings(clock));
    }

    private void assertLocked(Reason reason, String words) throws IOException {
        byte[] before = Files.exists(journal) ? Files.readAllBytes(journal) : new byte[0];
        WorkspaceLockedException e = assertThrows(WorkspaceLockedException.class, this::open);
        assertEquals(reason, e.reason(), e.toString());
        assertTrue(e.toString().contains(words), e.toString());
        assertTrue(e.toString().contains("The workspace " + workspace + " stays locked: "), e.toString());
        assertEquals(reason.rebuildHelps(), e.toString().contains("cairn workspace rebuild"), e.toString());
        assertArrayEquals(before, Files.exists(journal) ? Files.readAllBytes(journal) : new byte[0]);
    }

    private void assertAllThere() throws Exception {
        try (Register register = open()) {
            for (IssuanceIntent intent : issued) {
                assertTrue(register.certificates()
                        .find(Fixture.ISSUING, intent.serialNumber())
                        .isPresent());
            }
        }
    }

    private void put(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aRegisterThatIsBehindCatchesUp() throws Exception {
        put(olderDatabase, database);
        try (Register register = open()) {
            assertEquals(4, register.report().replayed());
            assertTrue(
                    register.report()
                            .words()
                            .toString()
                            .contains("4 entries of the journal had not reached the register"),
                    register.report().toString());
            assertTrue(register.certificates()
                    .find(Fixture.ISSUING, issued.getLast().serialNumber())
                    .isPresent());
        }
        try (Register register = open()) {
            assertEquals(new OpeningReport(0, 0, true, 0, 0, false), register.report());
        }
    }

    @Test
    void aJournalThatWasRolledBackLocks() throws Exception {
        put(olderJournal, journal);
        assertLocked(Reason.JOURNAL_ROLLED_BACK, "its register has entries up to 12 and its journal ends with entry 8");
        assertThrows(
                WorkspaceLockedException.class, () -> RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock)));
    }

    @Test
    void aJournalThatWentAnotherWayLocks() throws Exception {
        put(olderJournal, journal);
        try (JournalFile file = new DiskFiles().open(journal);
                FileJournal other = FileJournal.open(file, JournalScan.of(file), "mallory", clock)) {
            for (int i = 0; i < 10; i++) {
                other.append(new AuditEvent.WorkspaceOpened("x"));
            }
        }
        assertLocked(Reason.JOURNAL_REPLACED, "entry 12 of its journal is not the one that the register has seen");
    }

    @Test
    void aFlippedBitInTheLastEntryLocksBecauseTheRegisterHasSeenIt() throws Exception {
        byte[] flipped = Files.readAllBytes(journal);
        flipped[flipped.length - 2] ^= 4;
        Files.write(journal, flipped);
        assertLocked(Reason.JOURNAL_ROLLED_BACK, "entries up to 12 and its journal ends with entry 11");
        assertArrayEquals(flipped, Files.readAllBytes(journal));
    }

    @Test
    void aMissingRegisterIsDamageAndNeverANewWorkspace() throws Exception {
        Files.delete(database);
        assertLocked(Reason.DATABASE_MISSING, "is missing");
        assertFalse(Files.exists(database));
        rebuildAndCheck();
    }

    @Test
    void anEmptyRegisterIsDamageAndNeverANewWorkspace() throws Exception {
        Files.delete(database);
        Database.create(new DiskFiles(), database).close();
        assertLocked(Reason.DATABASE_EMPTY, "is empty although the journal is not");
        rebuildAndCheck();
    }

    @Test
    void aRegisterWithTablesAndNothingInThemIsDamage() throws Exception {
        Files.delete(database);
        try (Database empty = Database.create(new DiskFiles(), database)) {
            Migrations.released().apply(empty.writer(), 0);
        }
        assertLocked(Reason.DATABASE_EMPTY, "does not say which workspace it belongs to");
        rebuildAndCheck();
    }

    @Test
    void aFileOfNoOctetsIsDamage() throws Exception {
        Files.write(database, new byte[0]);
        WorkspaceLockedException e = assertThrows(WorkspaceLockedException.class, this::open);
        assertTrue(e.reason().rebuildHelps());
        rebuildAndCheck();
    }

    @Test
    void rubbishInThePlaceOfTheRegisterIsDamage() throws Exception {
        byte[] rubbish = new byte[20_000];
        Arrays.fill(rubbish, (byte) 'x');
        Files.write(database, rubbish);
        assertLocked(Reason.DATABASE_UNREADABLE, "is damaged");
        rebuildAndCheck();
    }

    private void rebuildAndCheck() throws Exception {
        RegisterRebuild.Result result = RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock));
        assertEquals(12, result.entries());
        assertAllThere();
    }

    @Test
    void aMissingJournalLocks() throws Exception {
        Files.delete(journal);
        assertLocked(Reason.JOURNAL_MISSING, "its journal " + journal + " is missing");
        assertThrows(
                WorkspaceLockedException.class, () -> RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock)));
    }

    @Test
    void aJournalDamagedInTheMiddleLocks() throws Exception {
        byte[] damaged = Files.readAllBytes(journal);
        damaged[damaged.length / 2] ^= 1;
        Files.write(journal, damaged);
        assertLocked(Reason.JOURNAL_DAMAGED, "is not intact: the journal is damaged at entry ");
        Files.delete(database);
        assertThrows(
                WorkspaceLockedException.class, () -> RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock)));
    }

    @Test
    void anotherWorkspacesRegisterLocks() throws Exception {
        Path other = folder.resolve("other");
        Surroundings surroundings = new Surroundings(clock, SeededRandom.of(99), "bob", "1", "boot", new DiskFiles());
        Register.create(other, new NewWorkspace(2, "y"), surroundings).close();
        put(other.resolve("register.mv.db"), database);
        assertLocked(Reason.DATABASE_FOREIGN, "its register belongs to workspace ");
    }

    @Test
    void aTornEndIsCutOffAndSaid() throws Exception {
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, Arrays.copyOf(whole, whole.length + 77));
        try (Register register = open()) {
            assertEquals(77, register.report().tornOctets());
            assertTrue(register.report().words().toString().contains("unfinished entry of 77 octets was cut off"));
        }
        List<AuditEvent> last = new ArrayList<>();
        JournalAccess.of(workspace, new DiskFiles()).read(12, batch -> batch.forEach(entry -> last.add(entry.event())));
        assertTrue(last.getFirst() instanceof AuditEvent.InterruptionFound, last.toString());
        assertAllThere();
    }

    @Test
    void aClockBeforeTheLastEntryIsSaidAndRecorded() throws Exception {
        clock.advance(Duration.ofDays(-1));
        try (Register register = open()) {
            assertTrue(register.report().clockBehind());
            assertTrue(register.journal().lastTime().orElseThrow().isAfter(clock.instant()));
        }
        List<AuditEvent> last = new ArrayList<>();
        JournalAccess.of(workspace, new DiskFiles()).read(12, batch -> batch.forEach(entry -> last.add(entry.event())));
        assertTrue(last.getFirst() instanceof AuditEvent.ClockWentBack, last.toString());
    }

    @Test
    void aProgramThatDiedIsSaid() throws Exception {
        Path copy = folder.resolve("copy");
        Register register = open();
        Fixture.intents(register.certificates(), 50, 1);
        register.certificates().recordIntents(Fixture.intents(register.certificates(), 60, 3));
        Files.createDirectories(copy.resolve("crls"));
        // Copied while it is open: what a killed program leaves behind.
        put(journal, copy.resolve("journal.cairn"));
        put(database, copy.resolve("register.mv.db"));
        register.close();
        try (Register again = Register.open(copy, Fixture.surroundings(clock))) {
            assertFalse(again.report().closedInOrder());
            assertEquals(3, again.report().openIntents());
            assertEquals(3, again.certificates().openIntents().size());
            assertTrue(again.report().words().toString().contains("3 intended signatures have no known end"));
        }
        Folders.delete(copy);
    }

    @Test
    void aRebuildKeepsTheOldRegisterAsideAndSaysSo() throws Exception {
        RegisterRebuild.Result result = RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock));
        assertTrue(Files.exists(result.keptAside().orElseThrow()));
        RegisterRebuild.Result second = RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock));
        assertEquals(result.entries() + 3, second.entries());
        List<AuditEvent> events = new ArrayList<>();
        JournalAccess.of(workspace, new DiskFiles())
                .read(12, batch -> batch.forEach(entry -> events.add(entry.event())));
        assertTrue(events.contains(new AuditEvent.RegisterRebuilt(12)), events.toString());
        assertAllThere();
    }

    /** As for one that this user may not enter: it is not said that there is none. */
    @Test
    void aFolderThatCannotBeLookedIntoIsNotCalledAbsent() throws Exception {
        Path loop = folder.resolve("loop");
        Files.createSymbolicLink(loop, loop);
        WorkspaceException e =
                assertThrows(WorkspaceException.Unusable.class, () -> Register.open(loop, Fixture.surroundings(clock)));
        assertTrue(e.toString().contains("cannot be looked into"), e.toString());
        assertTrue(e.toString().contains("Too many levels of symbolic links"), e.toString());
    }

    @Test
    void anEmptiedRegisterIsDamagedInWords() throws Exception {
        Files.write(database, new byte[0]);
        WorkspaceLockedException e = assertThrows(
                WorkspaceLockedException.class, () -> Register.open(workspace, Fixture.surroundings(clock)));
        assertFalse(e.toString().contains("null"), e.toString());
        assertTrue(e.reason().rebuildHelps(), e.toString());
    }
}
