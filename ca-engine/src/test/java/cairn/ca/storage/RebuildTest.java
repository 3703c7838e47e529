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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
