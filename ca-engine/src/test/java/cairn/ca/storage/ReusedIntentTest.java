package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.LedgerException;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import cairn.testkit.SettableClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Identifiers of intents are 122 random bits, so that none comes twice. If one did: after a completed intent the
 * identifier is free, and what is made under it is a certificate of its own in every respect.
 */
final class ReusedIntentTest {
    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();

    @Test
    void theIdentifierOfACompletedIntentHarmsNeitherOfTheTwoCertificates() throws Exception {
        Path workspace = folder.resolve("ca");
        try (Register register = Register.create(workspace, new NewWorkspace(1, "x"), Fixture.surroundings(clock))) {
            IssuanceIntent first = Fixture.issue(register, 1, 1).getFirst();
            IssuanceIntent second = underTheIdentifierOf(first, register);
            assertNotEquals(first.serialNumber(), second.serialNumber());
            register.certificates().recordIntents(List.of(second));
            assertThrows(
                    LedgerException.class,
                    () -> register.certificates().complete(List.of(Fixture.completion(first))),
                    "what was signed first does not complete the second");
            register.certificates().complete(List.of(Fixture.completion(second)));
            assertEquals(List.of(), register.certificates().openIntents());
            register.revocations()
                    .record(List.of(
                            new AuditEvent.CertificateHeld(Fixture.ISSUING, second.serialNumber(), clock.instant())));
            assertEquals(
                    List.of("HELD", "VALID"),
                    register.inventory().counts().values().stream()
                            .flatMap(counts -> counts.entrySet().stream())
                            .filter(count -> count.getValue() == 1)
                            .map(count -> count.getKey().name())
                            .sorted()
                            .toList());
        }
        var grown = TableRows.of(workspace.resolve("register.mv.db"), folder);
        RegisterRebuild.rebuild(workspace, Fixture.surroundings(clock));
        assertEquals(grown, TableRows.of(workspace.resolve("register.mv.db"), folder));
    }

    private static IssuanceIntent underTheIdentifierOf(IssuanceIntent first, Register register) throws Exception {
        SerialNumber serial = register.certificates().reserveSerial(Fixture.ISSUING);
        return new IssuanceIntent(
                first.id(),
                first.issuer(),
                serial,
                first.profile(),
                Octets.of(Fixture.toBeSigned(serial, 2)),
                first.request(),
                first.skippedLints());
    }
}
