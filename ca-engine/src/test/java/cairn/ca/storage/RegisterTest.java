package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.JournalEntry;
import cairn.ca.audit.LedgerException;
import cairn.ca.issuance.IssuanceIntent;
import cairn.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace from its making to its next opening. */
final class RegisterTest {
    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();

    private Path workspace() {
        return folder.resolve("ca");
    }

    private Register create() throws WorkspaceException {
        return Register.create(workspace(), new NewWorkspace(5, "a test"), Fixture.surroundings(clock));
    }

    private Register open() throws WorkspaceException {
        return Register.open(workspace(), Fixture.surroundings(clock));
    }

    @Test
    void aNewWorkspaceKnowsWhoItIs() throws Exception {
        try (Register register = create()) {
            assertEquals(5, register.identity().station());
            assertEquals("a test", register.identity().purpose());
            assertEquals(clock.instant(), register.identity().created());
            assertTrue(register.identity()
                    .id()
                    .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
            assertEquals(new OpeningReport(0, 0, true, 0, 0, false), register.report());
            assertEquals(List.of(), register.report().words());
        }
        assertFalse(Files.exists(folder.resolve(".ca.being-created")));
    }

    @Test
    void whatWasRecordedIsThereAfterReopening() throws Exception {
        List<IssuanceIntent> issued;
        List<IssuanceIntent> left;
        try (Register register = create()) {
            issued = Fixture.issue(register, 1, 3);
            left = Fixture.intents(register.certificates(), 10, 2);
            register.certificates().recordIntents(left);
        }
        try (Register register = open()) {
            for (IssuanceIntent intent : issued) {
                assertEquals(
                        Optional.of(Fixture.completion(intent).certificate()),
                        register.certificates().find(Fixture.ISSUING, intent.serialNumber()));
            }
            assertEquals(
                    left,
                    register.certificates().openIntents().stream()
                            .map(open -> open.intent())
                            .toList());
            assertEquals(2, register.report().openIntents());
            assertTrue(register.report().closedInOrder());
        }
    }

    /** Most intents are completed at once, so only those that stay open when something else is recorded get a row. */
    @Test
    void anIntentReachesTheRegisterWithTheNextRecordIfItIsStillOpen() throws Exception {
        List<IssuanceIntent> intents;
        try (Register register = create()) {
            intents = Fixture.intents(register.certificates(), 1, 3);
            register.certificates().recordIntents(intents);
            assertEquals(List.of(), rows("intent"));
            register.certificates().complete(Fixture.completions(intents.subList(0, 2)));
            assertEquals(1, rows("intent").size());
            assertTrue(rows("intent").getFirst().contains(intents.get(2).id().toString()));
            register.certificates().complete(Fixture.completions(intents.subList(2, 3)));
            assertEquals(List.of(), rows("intent"));
            assertEquals(3, rows("certificate").size());
        }
    }

    private List<String> rows(String table) throws Exception {
        return TableRows.of(workspace().resolve("register.mv.db"), folder).getOrDefault(table, List.of());
    }

    /** The register has nothing of it, but the journal does, also of one that ends before the register is written. */
    @Test
    void anIntentThatOnlyTheJournalHasIsOpenAtTheNextOpening() throws Exception {
        Register killed = create();
        List<IssuanceIntent> intents = Fixture.intents(killed.certificates(), 1, 2);
        killed.certificates().recordIntents(intents);
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        for (String name : List.of("register.mv.db", "journal.cairn")) {
            Files.copy(workspace().resolve(name), copy.resolve(name));
        }
        killed.certificates().close(intents.getFirst().id(), AuditEvent.Signed.NO, "not used");
        killed.close();
        try (Register register = Register.open(copy, Fixture.surroundings(clock))) {
            assertEquals(2, register.report().openIntents());
            assertEquals(2, register.report().replayed());
            LedgerException twice = assertThrows(
                    LedgerException.class, () -> register.certificates().recordIntents(intents.subList(0, 1)));
            assertTrue(twice.toString().contains("has used the serial number"), twice.toString());
        }
        try (Register register = open()) {
            assertEquals(1, register.report().openIntents());
            assertEquals(
                    Optional.of(intents.getFirst()),
                    register.certificates()
                            .findClosed(Fixture.ISSUING, intents.getFirst().serialNumber()));
        }
    }

    @Test
    void theJournalTellsTheWholeStory() throws Exception {
        List<IssuanceIntent> issued;
        try (Register register = create()) {
            issued = Fixture.issue(register, 1, 1);
        }
        List<AuditEvent> story = new ArrayList<>();
        JournalAccess.of(workspace(), new DiskFiles())
                .read(0, batch -> batch.stream().map(JournalEntry::event).forEach(story::add));
        assertEquals(
                List.of(
                        AuditEvent.WorkspaceCreated.class,
                        AuditEvent.WorkspaceClosed.class,
                        AuditEvent.WorkspaceOpened.class,
                        AuditEvent.IntentRecorded.class,
                        AuditEvent.CertificateIssued.class,
                        AuditEvent.WorkspaceClosed.class),
                story.stream().map(Object::getClass).toList());
        assertEquals(issued.getFirst().toBeSigned(), ((AuditEvent.IntentRecorded) story.get(3)).toBeSigned());
        assertTrue(JournalAccess.of(workspace(), new DiskFiles())
                .verify(Optional.empty())
                .intact());
    }

    @Test
    void anOccupiedFolderIsRefused() throws Exception {
        Files.createDirectories(workspace());
        Files.writeString(workspace().resolve("thesis.txt"), "mine");
        assertThrows(WorkspaceException.Occupied.class, this::create);
        assertEquals("mine", Files.readString(workspace().resolve("thesis.txt")));
    }

    @Test
    void aWorkspaceIsNeverMadeOverAnother() throws Exception {
        create().close();
        assertThrows(WorkspaceException.Occupied.class, this::create);
        open().close();
    }

    @Test
    void anInterruptedCreationLeavesNothingBehind() throws Exception {
        Path building = folder.resolve(".ca.being-created");
        Files.createDirectories(building.resolve("crls"));
        Files.writeString(building.resolve("journal.cairn"), "half");
        Files.writeString(building.resolve("register.mv.db"), "half");
        assertThrows(WorkspaceException.Absent.class, this::open);
        create().close();
        assertFalse(Files.exists(building));
    }

    @Test
    void anEmptyFolderIsTakenAndOneWithoutAWorkspaceIsNamed() throws Exception {
        WorkspaceException e = assertThrows(WorkspaceException.Absent.class, this::open);
        assertTrue(e.toString().contains("There is no workspace in " + workspace()), e.toString());
        Files.createDirectories(workspace());
        create().close();
    }

    @Test
    void aSemicolonInThePathIsRefused() {
        Path bad = folder.resolve("a;INIT=x");
        assertThrows(
                WorkspaceException.class,
                () -> Register.create(bad, new NewWorkspace(1, "x"), Fixture.surroundings(clock)));
    }

    @Test
    void theSecondProgramIsToldWhoHasIt() throws Exception {
        try (Register first = create()) {
            WorkspaceException e = assertThrows(WorkspaceException.InUse.class, this::open);
            assertTrue(
                    e.toString()
                            .contains("ann@desk, process "
                                    + ProcessHandle.current().pid()),
                    e.toString());
            assertEquals(workspace(), first.folder());
        }
        open().close();
    }

    @Test
    void closingTwiceIsHarmless() throws Exception {
        Register register = create();
        register.close();
        register.close();
        assertThrows(
                cairn.ca.audit.LedgerException.class,
                () -> register.certificates().recordIntents(Fixture.intents(register.certificates(), 1, 1)));
    }
}
