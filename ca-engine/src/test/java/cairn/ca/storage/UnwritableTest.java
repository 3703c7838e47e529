package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.ForwardingFile;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.JournalFile;
import cairn.ca.audit.LedgerException;
import cairn.ca.issuance.IssuanceIntent;
import cairn.testkit.SettableClock;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full, or fails, at any step. */
final class UnwritableTest {
    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();

    /** Real files of which one operation, the {@code fatal}-th from now on, and all after it fail. */
    private static final class FailingFiles implements FileLayer {
        private final FileLayer disk = new DiskFiles();
        private int fatal;

        FailingFiles(int fatal) {
            this.fatal = fatal;
        }

        private void step() throws IOException {
            if (fatal-- <= 0) {
                throw new IOException("No space left on device");
            }
        }

        private JournalFile failing(JournalFile file) {
            return new ForwardingFile(file) {
                @Override
                public void write(long position, ByteBuffer from) throws IOException {
                    step();
                    super.write(position, from);
                }

                @Override
                public void force() throws IOException {
                    step();
                    super.force();
                }
            };
        }

        @Override
        public JournalFile open(Path file) throws IOException {
            return failing(disk.open(file));
        }

        @Override
        public JournalFile openForReading(Path file) throws IOException {
            return disk.openForReading(file);
        }

        @Override
        public JournalFile create(Path file) throws IOException {
            step();
            return failing(disk.create(file));
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            step();
            disk.move(from, to);
        }

        @Override
        public void delete(Path file) throws IOException {
            disk.delete(file);
        }

        @Override
        public void forceFolder(Path place) throws IOException {
            step();
            disk.forceFolder(place);
        }

        @Override
        public String databasePrefix() {
            return disk.databasePrefix();
        }
    }

    @Test
    void whenTheJournalCannotBeWrittenNothingIsRecordedAnywhere() throws Exception {
        Path workspace = folder.resolve("ca");
        Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))
                .close();
        FailingFiles files = new FailingFiles(Integer.MAX_VALUE);
        Register register = Register.open(workspace, Fixture.surroundings(clock, files));
        IssuanceIntent known = Fixture.intent(register.certificates(), 1);
        register.certificates().recordIntents(List.of(known));
        files.fatal = 0;
        List<IssuanceIntent> more = Fixture.intents(register.certificates(), 2, 3);
        LedgerException e = assertThrows(
                LedgerException.class, () -> register.certificates().recordIntents(more));
        assertTrue(e.toString().contains("No space left on device"), e.toString());
        assertEquals(
                List.of(known),
                register.certificates().openIntents().stream()
                        .map(o -> o.intent())
                        .toList());
        files.fatal = Integer.MAX_VALUE;
        JournalException still = assertThrows(
                JournalException.class, () -> register.journal().append(new AuditEvent.WorkspaceOpened("x")));
        assertTrue(still.toString().contains("until the workspace is opened again"), still.toString());
        assertThrows(WorkspaceException.Unusable.class, register::close);
        try (Register again = Register.open(workspace, Fixture.surroundings(clock))) {
            assertEquals(1, again.certificates().openIntents().size());
            assertFalse(again.report().closedInOrder());
            again.certificates().recordIntents(more);
        }
    }

    @Test
    void aListThatCannotBeKeptIsNotRecordedAsIssued() throws Exception {
        Path workspace = folder.resolve("ca");
        FailingFiles files = new FailingFiles(Integer.MAX_VALUE);
        try (Register register =
                Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock, files))) {
            var list = Fixture.list(BigInteger.ONE, clock.instant());
            var intent = Fixture.crlIntent(BigInteger.ONE, list);
            register.crls().recordIntent(intent);
            files.fatal = 1;
            assertThrows(LedgerException.class, () -> register.crls().complete(intent.id(), list));
            files.fatal = Integer.MAX_VALUE;
            assertEquals(Optional.empty(), register.crls().latest(Fixture.ISSUING));
            register.crls().complete(intent.id(), list);
            assertEquals(
                    list.fingerprint(),
                    register.crls().latest(Fixture.ISSUING).orElseThrow().list());
        }
    }

    @Test
    void aCreationThatFailsAtAnyStepLeavesAllOrNothing() throws Exception {
        int failures = 0;
        boolean done = false;
        for (int fatal = 0; !done; fatal++) {
            Path workspace = folder.resolve("ca" + fatal);
            Surroundings failing = Fixture.surroundings(clock, new FailingFiles(fatal));
            try {
                Register.create(workspace, new NewWorkspace(1, "x"), failing).close();
                done = true;
            } catch (WorkspaceException e) {
                failures++;
                assertTrue(e.toString().contains("No space left on device"), e.toString());
            }
            Surroundings sound = Fixture.surroundings(clock);
            if (!Files.exists(workspace)) {
                Register.create(workspace, new NewWorkspace(1, "x"), sound).close();
            }
            try (Register register = Register.open(workspace, sound)) {
                assertEquals(1, register.identity().station());
            }
        }
        assertTrue(failures >= 8, "only " + failures + " steps");
    }

    @Test
    void aRebuildThatFailsAtAnyStepLosesNothing() throws Exception {
        Path workspace = folder.resolve("ca");
        List<IssuanceIntent> issued;
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            issued = Fixture.issue(register, 1, 2);
        }
        Path aside = Files.move(workspace.resolve("register.mv.db"), folder.resolve("aside.mv.db"));
        boolean done = false;
        for (int fatal = 0; !done; fatal++) {
            try {
                RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock, new FailingFiles(fatal)));
                done = true;
            } catch (WorkspaceException e) {
                assertTrue(e.toString().contains("No space left on device"), e.toString());
            }
        }
        assertTrue(Files.exists(aside));
        try (Register register = Register.open(workspace, Fixture.surroundings(clock))) {
            for (IssuanceIntent intent : issued) {
                assertTrue(register.certificates()
                        .find(Fixture.ISSUING, intent.serialNumber())
                        .isPresent());
            }
        }
    }
}
