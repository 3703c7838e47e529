package cairn.ca.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.Issuer;
import cairn.ca.revocation.RevocationException;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.Register;
import cairn.ca.storage.Surroundings;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignedDer;
import cairn.testkit.SeededRandom;
import cairn.testkit.SettableClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The token signed and the answer was lost; a person closed the intent. If the certificate turns up in the wild, its serial
 * number can be revoked, and every judge then refuses it.
 */
final class MaybeSignedTest {
    @TempDir
    Path folder;

    private final SecureRandom random = SeededRandom.of(95);
    private final SettableClock clock = SettableClock.at("2026-03-01T08:00:00Z");
    private final MemoryToken token = new MemoryToken(random);
    private Register register;
    private Engine engine;
    private Issuer root;
    private Issuer issuing;
    private IssuanceIntent intent;

    @BeforeEach
    void loseAnAnswer() throws Exception {
        register = Register.create(
                folder.resolve("workspace"),
                new NewWorkspace(1, "test"),
                Surroundings.of(clock, SeededRandom.of(96), "test", "test", "boot"));
        engine = new Engine(
                new Ports(
                        register.authorities(),
                        register.certificates(),
                        register.revocations(),
                        register.crls(),
                        register.journal()),
                clock,
                random,
                Runnable::run);
        engine.authorities().createRoot(Engine.root("root", KeyType.EC_P256), token);
        root = engine.authorities().open(new AuthorityName("root"), token);
        engine.authorities().createIntermediate(Engine.issuing("issuing", KeyType.EC_P256), token, root);
        issuing = engine.authorities().open(new AuthorityName("issuing"), token);
        IssuanceOrder order = Engine.device(issuing, "lost", TestKeys.fresh(KeyType.EC_P256, random));
        token.fail(MemoryToken.Fault.LOST_AFTER);
        assertThrows(
                IssuanceException.UnknownOutcome.class, () -> engine.issuance().issue(order));
        token.fail(MemoryToken.Fault.NONE);
        intent = engine.settlement().open().getFirst().intent();
    }

    @AfterEach
    void close() throws Exception {
        register.close();
    }

    private RevocationOrder revoke() {
        return RevocationOrder.Revoke.of(issuing.name(), intent.serialNumber(), RevocationReason.KEY_COMPROMISE);
    }

    private CertificateList list(Issuer issuer) throws Exception {
        clock.advance(Duration.ofSeconds(1));
        return engine.lists()
                .sign(issuer, clock.instant().plus(Duration.ofDays(7)), List.of())
                .list();
    }

    @Test
    void whatIsStillOpenIsSettledFirst() {
        RevocationException.UnknownCertificate refused = assertThrows(
                RevocationException.UnknownCertificate.class,
                () -> engine.revocations().decide(revoke()));
        assertTrue(String.valueOf(refused.getMessage()).contains("to be settled"), refused.getMessage());
    }

    @Test
    void aClosedOneIsRevokedAndEveryJudgeRefusesTheCertificateThatTurnsUp() throws Exception {
        engine.settlement().close(intent.id(), AuditEvent.Signed.MAYBE, "A. Lund: the token was pulled");
        byte[] content = intent.toBeSigned().toArray();
        Certificate found = Certificate.ofDer(SignedDer.assemble(
                content, issuing.algorithm().identifier(), issuing.key().sign(issuing.algorithm(), content)));
        List<Certificate> path = List.of(found, issuing.certificate().orElseThrow());
        assertTrue(verdicts().jdkAccepts(path), "before the revocation it is as good as any");

        engine.revocations().decide(revoke());

        assertTrue(register.revocations().isBlocked(found.publicKey().fingerprint()));
        Verdicts after = verdicts();
        assertFalse(after.jdkAccepts(path));
        assertTrue(after.openSsl(folder, path).all().contains("certificate revoked"));
        assertThrows(
                RevocationException.AlreadyRevoked.class,
                () -> engine.revocations().decide(revoke()));
        assertEquals(
                found.validity().notAfter(),
                register.revocations()
                        .find(issuing.name(), intent.serialNumber())
                        .orElseThrow()
                        .expires());
    }

    private Verdicts verdicts() throws Exception {
        return new Verdicts(root.certificate().orElseThrow(), List.of(list(root), list(issuing)), clock.instant());
    }

    @Test
    void theSameInMemory() throws Exception {
        EngineFixture fixture = EngineFixture.withAuthorities(97);
        IssuanceOrder order = fixture.deviceOrder();
        fixture.token.fail(MemoryToken.Fault.LOST_AFTER);
        assertThrows(
                IssuanceException.UnknownOutcome.class,
                () -> fixture.engine.issuance().issue(order));
        fixture.token.fail(MemoryToken.Fault.NONE);
        IssuanceIntent lost = fixture.engine.settlement().open().getFirst().intent();
        fixture.engine.settlement().close(lost.id(), AuditEvent.Signed.MAYBE, "pulled");
        fixture.engine.revocations().decide(new RevocationOrder.Hold(EngineFixture.ISSUING, lost.serialNumber()));
        CertificateList list = fixture.engine
                .lists()
                .sign(
                        fixture.open(EngineFixture.ISSUING),
                        fixture.clock.instant().plus(Duration.ofDays(7)),
                        List.of())
                .list();
        assertTrue(Verdicts.openSslText(list).contains("Certificate Hold"));
    }
}
