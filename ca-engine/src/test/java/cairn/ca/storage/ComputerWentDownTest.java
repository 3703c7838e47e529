package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.inventory.CertificateStatus;
import cairn.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that was open when the computer went down is made anew; after a mere kill of the program it is used as it is. */
final class ComputerWentDownTest {
    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();
    private Path left;

    /** Copied while it is open: what a program that died leaves behind. */
    @BeforeEach
    void die() throws Exception {
        Path workspace = folder.resolve("ws");
        left = folder.resolve("left");
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            Fixture.issue(register, 10, 5);
            Files.createDirectories(left.resolve("crls"));
            for (String name : List.of("journal.cairn", "register.mv.db", "register.open")) {
                Files.copy(workspace.resolve(name), left.resolve(name));
            }
        }
    }

    private OpeningReport opened(Surroundings surroundings) throws Exception {
        try (Register register = Register.open(left, surroundings)) {
            assertEquals(
                    Map.of(CertificateStatus.VALID, 5L),
                    register.inventory().counts().get(Fixture.ISSUING));
            return register.report();
        }
    }

    @Test
    void afterAKillTheRegisterIsUsedAsItIs() throws Exception {
        OpeningReport report = opened(Fixture.surroundings(clock));
        assertFalse(report.closedInOrder());
        assertEquals(0, report.remade());
    }

    @Test
    void afterAStartOfTheComputerItIsMadeAnewOnceAndThatIsRecorded() throws Exception {
        OpeningReport report = opened(Fixture.afterPowerCut(clock));
        assertTrue(report.remade() > 5, report::toString);
        assertTrue(report.words().toString().contains("The computer went down"), report.words()::toString);
        assertTrue(events().contains(new AuditEvent.RegisterRebuilt(report.remade())));
        assertEquals(0, opened(Fixture.afterPowerCut(clock)).remade(), "it was closed in order meanwhile");
        try (Stream<Path> files = Files.list(left)) {
            assertEquals(
                    List.of(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("register-"))
                            .toList());
        }
    }

    @Test
    void whereNobodyCanSayWhetherTheComputerWentDownItIsMadeAnew() throws Exception {
        Surroundings known = Fixture.surroundings(clock);
        assertTrue(opened(new Surroundings(clock, known.random(), known.actor(), known.version(), "", known.files()))
                        .remade()
                > 0);
    }

    @Test
    void aMarkThatWasNotWrittenOutCountsAsAnotherStart() throws Exception {
        Files.writeString(left.resolve("register.open"), "");
        assertTrue(opened(Fixture.surroundings(clock)).remade() > 0);
    }

    @Test
    void theMarkIsThereWhileItIsOpenAndNoLonger() throws Exception {
        assertTrue(Files.exists(left.resolve("register.open")));
        opened(Fixture.surroundings(clock));
        assertFalse(Files.exists(left.resolve("register.open")));
        assertEquals(0, opened(Fixture.afterPowerCut(clock)).remade());
    }

    /** An attempt that failed must not make the next one believe that the register is sound. */
    @Test
    void anAttemptThatFailsKeepsTheDoubt() throws Exception {
        Path journal = left.resolve("journal.cairn");
        byte[] content = Files.readAllBytes(journal);
        byte[] damaged = content.clone();
        damaged[content.length / 2] ^= 1;
        Files.write(journal, damaged);
        try (Register register = Register.open(left, Fixture.afterPowerCut(clock))) {
            throw new AssertionError("a damaged journal opened: " + register.report());
        } catch (WorkspaceLockedException expected) {
            assertEquals(WorkspaceLockedException.Reason.JOURNAL_DAMAGED, expected.reason());
        }
        Files.write(journal, content);
        assertTrue(opened(Fixture.afterPowerCut(clock)).remade() > 0);
    }

    private List<AuditEvent> events() throws Exception {
        List<AuditEvent> events = new ArrayList<>();
        JournalAccess.of(left, new DiskFiles()).read(0, batch -> batch.forEach(entry -> events.add(entry.event())));
        return events;
    }
}
