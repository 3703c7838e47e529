package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.signing.KeyReference;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import cairn.testkit.SettableClock;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that is made anew from the journal equals the one that grew with it, row by row. */
final class RebuildTest {
    private static final List<String> TABLES = List.of(
            "identity",
            "authority",
            "authority_chain",
            "intent",
            "certificate",
            "certificate_der",
            "certificate_count",
            "revocation",
            "blocked_key",
            "crl");

    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();

    @Test
    void aRebuiltRegisterEqualsTheOneThatGrew() throws Exception {
        Path workspace = folder.resolve("ca");
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            live(register);
        }
        List<String> grown = rows(workspace.resolve("register.mv.db"));
        RegisterRebuild.Result result = RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock));
        assertEquals(grown, rows(workspace.resolve("register.mv.db")));
        assertEquals(grown, rows(result.keptAside().orElseThrow()));
        assertTrue(grown.size() > 200, "only " + grown.size() + " rows");
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

    private List<String> rows(Path file) throws Exception {
        Path copy = Files.copy(file, Files.createTempDirectory(folder, "rows").resolve("register.mv.db"));
        List<String> rows = new ArrayList<>();
        try (Database database = Database.open(new DiskFiles(), copy);
                Statement statement = database.reader().createStatement()) {
            for (String table : TABLES) {
                TreeSet<String> sorted = new TreeSet<>();
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        StringBuilder text = new StringBuilder(table);
                        for (int i = 1; i <= columns; i++) {
                            text.append('|').append(row.getString(i));
                        }
                        sorted.add(text.toString());
                    }
                }
                assertTrue(!sorted.isEmpty(), table);
                rows.addAll(sorted);
            }
        }
        return rows;
    }
}
