package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.Progress;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.signing.KeyReference;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import cairn.testkit.SettableClock;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that is made anew from the journal equals the one that grew with it, row by row. */
final class RebuildTest {
    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();

    @Test
    void aRebuiltRegisterEqualsTheOneThatGrew() throws Exception {
        Path workspace = folder.resolve("ca");
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            live(register);
        }
        Map<String, List<String>> grown = TableRows.of(workspace.resolve("register.mv.db"), folder);
        RegisterRebuild.Result result = RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock));
        assertEquals(grown, TableRows.of(workspace.resolve("register.mv.db"), folder));
        assertEquals(grown, TableRows.of(result.keptAside().orElseThrow(), folder));
        grown.forEach((table, rows) -> assertTrue(!rows.isEmpty(), table));
        int count = grown.values().stream().mapToInt(List::size).sum();
        assertTrue(count > 200, "only " + count + " rows");
    }

    @Test
    void whatDiffersFromTheJournalIsNamedRowByRow() throws Exception {
        Path workspace = folder.resolve("ca");
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            live(register);
            assertEquals(List.of(), register.differences(Progress.NONE));
        }
        List<String> before = files(workspace);
        changeByHand(workspace, "DELETE FROM revocation");
        changeByHand(workspace, "UPDATE certificate SET status = 'V' WHERE status = 'R'");
        changeByHand(workspace, "INSERT INTO blocked_key VALUES (X'01', 'mine')");
        Files.delete(workspace.resolve("crls/issuing-2.crl"));
        Files.writeString(workspace.resolve("crls/issuing-5.crl"), "x");
        try (Register register = Register.open(workspace, Fixture.surroundings(clock))) {
            String found = String.join("\n", register.differences(Progress.NONE));
            assertTrue(found.contains("of certificate in the register is not what the journal tells: STATUS"), found);
            assertTrue(found.contains("fewer rows of revocation"), found);
            assertTrue(found.contains("blocked_key"), found);
            assertTrue(found.contains("issuing-2.crl cannot be read"), found);
            assertTrue(found.contains("issuing-5.crl is not the list that was signed"), found);
            assertEquals(5, found.lines().count(), found);
        }
        assertEquals(before, files(workspace));
        RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock));
        try (Register register = Register.open(workspace, Fixture.surroundings(clock))) {
            assertEquals(2, register.differences(Progress.NONE).size(), "the lists that are gone");
        }
    }

    private static void changeByHand(Path workspace, String sql) throws Exception {
        try (Database database = Database.open(new DiskFiles(), workspace.resolve("register.mv.db"));
                Statement statement = database.writer().createStatement()) {
            assertTrue(statement.executeUpdate(sql) > 0, sql);
            database.commitDurably();
        }
    }

    /** After 2,000 changes of a table H2 notes in its own statements how much the values of each column differ. */
    @Test
    void aRegisterThatH2HasGatheredStatisticsOfIsStillOurs() throws Exception {
        Path workspace = folder.resolve("ca");
        Path database = workspace.resolve("register.mv.db");
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            for (int first = 1; first <= 2100; first += 100) {
                Fixture.issue(register, first, 100);
            }
        }
        assertTrue(statistics(database), "H2 has not gathered what this test is about");
        Register.open(workspace, Fixture.surroundings(clock)).close();
        RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock));
        assertTrue(statistics(database), "H2 has not gathered what this test is about");
        Register.open(workspace, Fixture.surroundings(clock)).close();
    }

    private boolean statistics(Path file) throws Exception {
        Path copy = Files.copy(file, Files.createTempDirectory(folder, "copy").resolve("register.mv.db"));
        try (Database database = Database.open(new DiskFiles(), copy);
                Statement statement = database.reader().createStatement();
                ResultSet row = statement.executeQuery("SCRIPT NODATA")) {
            while (row.next()) {
                if (row.getString(1).contains(" SELECTIVITY ")) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void whatIsStoppedLeavesTheOldRegisterAndNothingElse() throws Exception {
        Path workspace = folder.resolve("ca");
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            live(register);
        }
        List<String> before = files(workspace);
        Map<String, List<String>> grown = TableRows.of(workspace.resolve("register.mv.db"), folder);
        List<Long> heard = new ArrayList<>();
        assertThrows(
                WorkspaceException.Cancelled.class,
                () -> RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock), (done, total) -> {
                    heard.add(done);
                    return heard.size() < 20 && done <= total;
                }));
        assertEquals(20, heard.size());
        assertEquals(heard.stream().sorted().distinct().toList(), heard);
        assertEquals(before, files(workspace));
        assertEquals(grown, TableRows.of(workspace.resolve("register.mv.db"), folder));
        Register.open(workspace, Fixture.surroundings(clock)).close();
    }

    /** The register lies behind the journal, is brought up to date half way, and then wholly. */
    @Test
    void anOpeningThatIsStoppedIsFinishedByTheNext() throws Exception {
        Path workspace = folder.resolve("ca");
        Path register = workspace.resolve("register.mv.db");
        Path old = folder.resolve("old");
        Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))
                .close();
        Files.copy(register, old);
        try (Register open = Register.open(workspace, Fixture.surroundings(clock))) {
            live(open);
        }
        Files.copy(old, register, StandardCopyOption.REPLACE_EXISTING);
        AtomicInteger calls = new AtomicInteger();
        assertThrows(
                WorkspaceException.Cancelled.class,
                () -> Register.open(
                        workspace, Fixture.surroundings(clock), (done, total) -> calls.incrementAndGet() < 20));
        Register.open(workspace, Fixture.surroundings(clock)).close();
        Map<String, List<String>> mended = TableRows.of(register, folder);
        RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock));
        Map<String, List<String>> rebuilt = TableRows.of(register, folder);
        assertEquals(mended.keySet(), rebuilt.keySet());
        mended.keySet().stream()
                .filter(table -> !table.equalsIgnoreCase("journal_position"))
                .forEach(table -> assertEquals(mended.get(table), rebuilt.get(table), table));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    private void live(Register register) throws Exception {
        Random random = new Random(11);
        KeyReference key = new KeyReference("t", "1", "0a", "k");
        register.authorities()
                .record(new AuditEvent.AuthorityRequested(
                        Fixture.ISSUING, key, "ecdsa-sha256", Octets.of(new byte[] {1})));
        Octets certificate = Octets.of(
                Fixture.sign(Fixture.toBeSigned(register.certificates().reserveSerial(Fixture.ROOT), 1))
                        .encoded());
        register.authorities()
                .record(new AuditEvent.AuthorityCreated(
                        Fixture.ISSUING, key, "ecdsa-sha256", certificate, Optional.empty(), List.of(certificate)));
        List<IssuanceIntent> valid = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            clock.advance(Duration.ofMillis(random.nextInt(5000)));
            valid.addAll(Fixture.issue(register, 1000 * (round + 1), 1 + random.nextInt(20)));
            List<IssuanceIntent> open = Fixture.intents(register.certificates(), 1000 * round + 500, 2);
            register.certificates().recordIntents(open);
            register.certificates().close(open.getFirst().id(), AuditEvent.Signed.MAYBE, "x");
            IssuanceIntent victim = valid.remove(random.nextInt(valid.size()));
            IssuanceIntent held = valid.remove(random.nextInt(valid.size()));
            IssuanceIntent back = valid.get(random.nextInt(valid.size()));
            register.revocations()
                    .record(List.of(
                            new AuditEvent.CertificateHeld(Fixture.ISSUING, held.serialNumber(), clock.instant()),
                            new AuditEvent.CertificateHeld(Fixture.ISSUING, back.serialNumber(), clock.instant()),
                            new AuditEvent.HoldReleased(Fixture.ISSUING, back.serialNumber(), clock.instant()),
                            new AuditEvent.CertificateHeld(Fixture.ISSUING, victim.serialNumber(), clock.instant()),
                            new AuditEvent.CertificateRevoked(
                                    Fixture.ISSUING,
                                    victim.serialNumber(),
                                    "keyCompromise",
                                    clock.instant(),
                                    Optional.of(clock.instant())),
                            new AuditEvent.KeyBlocked(Fingerprint.of(new byte[] {(byte) round}), "x")));
            register.journal()
                    .append(new AuditEvent.OwnerSet(
                            Fixture.ISSUING, back.serialNumber(), "Ännchen İ " + round, List.of("A", "b\nc")));
            var list = Fixture.list(BigInteger.valueOf(round + 1L), clock.instant());
            var intent = Fixture.crlIntent(BigInteger.valueOf(round + 1L), list);
            register.crls().recordIntent(intent);
            if (round % 3 == 0) {
                register.crls().close(intent.id(), AuditEvent.Signed.NO, "x");
            } else if (round % 3 == 1) {
                register.crls().complete(intent.id(), list);
            }
        }
    }
}
