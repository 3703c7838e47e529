package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.inventory.CertificateStatus;
import cairn.ca.storage.DatabaseInspection.Finding;
import cairn.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register's file that a disk has damaged: an answer in words, and a rebuild from the journal, whatever the octets. */
final class DamagedRegisterTest {
    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();
    private Path workspace = Path.of("");
    private Path file = Path.of("");
    private byte[] whole = new byte[0];

    @BeforeEach
    void aWorkspace() throws Exception {
        workspace = folder.resolve("ca");
        file = workspace.resolve("register.mv.db");
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            Fixture.issue(register, 1, 3);
        }
        whole = Files.readAllBytes(file);
    }

    private Finding inspect(byte[] content) throws Exception {
        Files.write(file, content);
        return DatabaseInspection.inspect(new DiskFiles(), file, Migrations.released());
    }

    @Test
    void aShortenedFileIsNeverTakenForAWholeOne() throws Exception {
        for (int i = 0; i < 24; i++) {
            byte[] part = Arrays.copyOf(whole, (int) ((long) whole.length * i / 24));
            Finding finding = inspect(part);
            if (finding instanceof Finding.Ours) {
                // An older state of the file, as H2 writes it; the journal then brings it up to date, or it locks.
                try (Register register = Register.open(workspace, Fixture.surroundings(clock))) {
                    assertEquals(
                            Map.of(CertificateStatus.VALID, 3L),
                            register.inventory().counts().get(Fixture.ISSUING));
                } catch (WorkspaceLockedException e) {
                    assertTrue(e.reason().rebuildHelps(), e.toString());
                }
            }
        }
    }

    @Test
    void rubbishInTheMiddleEndsInWordsAndInspectionChangesNothing() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 30; i++) {
            byte[] damaged = whole.clone();
            int start = random.nextInt(damaged.length);
            for (int at = start; at < Math.min(damaged.length, start + 600); at++) {
                damaged[at] = (byte) random.nextInt();
            }
            inspect(damaged);
            assertTrue(Arrays.equals(damaged, Files.readAllBytes(file)), "looking at a file leaves it alone");
        }
    }

    @Test
    void afterAnyDamageARebuildBringsBackEveryRow() throws Exception {
        var rows = TableRows.of(file, folder);
        for (byte[] damaged : new byte[][] {new byte[0], new byte[8192], Arrays.copyOf(whole, 4096)}) {
            Finding finding = inspect(damaged);
            assertTrue(!(finding instanceof Finding.Ours), finding.toString());
            WorkspaceLockedException e = assertThrows(
                    WorkspaceLockedException.class, () -> Register.open(workspace, Fixture.surroundings(clock)));
            assertTrue(
                    Set.of(
                                    WorkspaceLockedException.Reason.DATABASE_EMPTY,
                                    WorkspaceLockedException.Reason.DATABASE_UNREADABLE)
                            .contains(e.reason()),
                    e.toString());
            RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock));
            assertEquals(rows, TableRows.of(file, folder));
        }
    }

    @Test
    void anotherKindOfFileIsUnreadable() throws Exception {
        byte[] text = "SQLite format 3\0".repeat(600).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertInstanceOf(Finding.Unreadable.class, inspect(text));
    }
}
