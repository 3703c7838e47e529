package cairn.ca.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.LedgerException;
import cairn.ca.engine.EngineFixture;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be decided about a certificate, and what may not. No token is in sight. */
final class RevocationServiceTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(31);
    private final RevocationService service = fixture.engine.revocations();
    private final Certificate device = fixture.device();

    @ParameterizedTest
    @EnumSource(
            names = {"CERTIFICATE_HOLD", "CA_COMPROMISE"},
            mode = EnumSource.Mode.EXCLUDE)
    void revokesForEachReason(RevocationReason reason) throws Exception {
        service.decide(revoke(reason));
        Revocation recorded = state().orElseThrow();
        assertEquals(reason, recorded.reason());
        assertEquals(fixture.clock.instant(), recorded.revokedAt());
        assertEquals(device.validity().notAfter(), recorded.expires());
    }

    @Test
    void revokedIsFinal() throws Exception {
        service.decide(revoke(RevocationReason.SUPERSEDED));
        assertThrows(
                RevocationException.AlreadyRevoked.class,
                () -> service.decide(revoke(RevocationReason.CESSATION_OF_OPERATION)));
        assertThrows(RevocationException.AlreadyRevoked.class, () -> service.decide(hold()));
        assertThrows(RevocationException.AlreadyRevoked.class, () -> service.decide(release()));
    }

    @Test
    void aCompromiseFoundOutLaterReplacesTheReasonButNotTheDateAndBlocksTheKey() throws Exception {
        service.decide(revoke(RevocationReason.SUPERSEDED));
        Instant decided = fixture.clock.instant();
        fixture.clock.advance(Duration.ofDays(3));
        service.decide(revoke(RevocationReason.KEY_COMPROMISE));
        Revocation now = state().orElseThrow();
        assertEquals(RevocationReason.KEY_COMPROMISE, now.reason());
        assertEquals(decided, now.revokedAt());
        assertTrue(
                fixture.ports.ports().revocations().isBlocked(device.publicKey().fingerprint()));
        for (RevocationReason later : List.of(RevocationReason.KEY_COMPROMISE, RevocationReason.SUPERSEDED)) {
            assertThrows(RevocationException.AlreadyRevoked.class, () -> service.decide(revoke(later)));
        }
    }

    @Test
    void aHoldCanBeReleasedOrBecomeFinal() throws Exception {
        assertThrows(RevocationException.NotHeld.class, () -> service.decide(release()));
        service.decide(hold());
        assertEquals(RevocationReason.CERTIFICATE_HOLD, state().orElseThrow().reason());
        assertThrows(RevocationException.AlreadyHeld.class, () -> service.decide(hold()));
        service.decide(release());
        assertTrue(state().isEmpty());
        service.decide(hold());
        service.decide(revoke(RevocationReason.CESSATION_OF_OPERATION));
        assertEquals(
                RevocationReason.CESSATION_OF_OPERATION, state().orElseThrow().reason());
    }

    @Test
    void anUnknownSerialNumberIsRefused() {
        SerialNumber unknown = new SerialNumber(BigInteger.TEN);
        assertThrows(
                RevocationException.UnknownCertificate.class,
                () -> service.decide(
                        RevocationOrder.Revoke.of(EngineFixture.ISSUING, unknown, RevocationReason.SUPERSEDED)));
        assertThrows(
                RevocationException.UnknownCertificate.class,
                () -> service.decide(RevocationOrder.Revoke.of(
                        EngineFixture.ROOT, device.serialNumber(), RevocationReason.SUPERSEDED)));
    }

    @Test
    void theInvalidityDateLiesBetweenTheStartAndNow() throws Exception {
        fixture.clock.advance(Duration.ofDays(1));
        Instant start = device.validity().notBefore();
        for (Instant bad :
                List.of(start.minusSeconds(1), fixture.clock.instant().plusSeconds(1))) {
            assertThrows(RevocationException.Refused.class, () -> service.decide(since(bad)));
        }
        service.decide(since(start));
        assertEquals(Optional.of(start), state().orElseThrow().invalidityDate());
    }

    @Test
    void aCompromiseBlocksTheKeyUnlessItIsToBeKept() throws Exception {
        service.decide(revoke(RevocationReason.KEY_COMPROMISE));
        assertTrue(
                fixture.ports.ports().revocations().isBlocked(device.publicKey().fingerprint()));
        Certificate other = fixture.device();
        service.decide(new RevocationOrder.Revoke(
                EngineFixture.ISSUING, other.serialNumber(), RevocationReason.KEY_COMPROMISE, Optional.empty(), true));
        assertFalse(
                fixture.ports.ports().revocations().isBlocked(other.publicKey().fingerprint()));
    }

    @Test
    void anAuthoritysCertificateIsRevokedAtItsIssuer() throws Exception {
        Certificate issuing = fixture.open(EngineFixture.ISSUING).certificate().orElseThrow();
        service.decide(
                RevocationOrder.Revoke.of(EngineFixture.ROOT, issuing.serialNumber(), RevocationReason.CA_COMPROMISE));
        assertTrue(fixture.ports
                .ports()
                .revocations()
                .isBlocked(issuing.publicKey().fingerprint()));
    }

    @Test
    void aRootCannotRevokeItselfAndADeviceIsNoAuthority() {
        Certificate root = fixture.open(EngineFixture.ROOT).certificate().orElseThrow();
        assertThrows(
                RevocationException.Refused.class,
                () -> service.decide(RevocationOrder.Revoke.of(
                        EngineFixture.ROOT, root.serialNumber(), RevocationReason.SUPERSEDED)));
        assertThrows(RevocationException.Refused.class, () -> service.decide(revoke(RevocationReason.CA_COMPROMISE)));
    }

    @Test
    void manyInOneStepEachWithItsResult() throws Exception {
        Certificate second = fixture.device();
        RevocationOrder unknown = RevocationOrder.Revoke.of(
                EngineFixture.ISSUING, new SerialNumber(BigInteger.TEN), RevocationReason.SUPERSEDED);
        RevocationOrder.Revoke secondOrder =
                RevocationOrder.Revoke.of(EngineFixture.ISSUING, second.serialNumber(), RevocationReason.SUPERSEDED);
        fixture.ports.faults().forget();
        List<RevocationResult> results =
                service.decideAll(List.of(revoke(RevocationReason.SUPERSEDED), unknown, secondOrder, secondOrder));
        assertEquals(4, results.size());
        assertInstanceOf(RevocationResult.Recorded.class, results.get(0));
        assertInstanceOf(RevocationResult.Refused.class, results.get(1));
        assertInstanceOf(RevocationResult.Recorded.class, results.get(2));
        assertInstanceOf(RevocationResult.Refused.class, results.get(3));
        assertEquals(1, Collections.frequency(fixture.ports.faults().steps(), "record decisions"));
        assertEquals(
                2,
                fixture.ports
                        .journal()
                        .events(AuditEvent.CertificateRevoked.class)
                        .count());
    }

    @Test
    void aRehearsalAnswersAsTheDecisionWouldAndRecordsNothing() throws Exception {
        List<RevocationOrder> orders = List.of(revoke(RevocationReason.SUPERSEDED), hold(), release());
        int before = fixture.ports.journal().entries().size();
        List<RevocationResult> rehearsed = service.rehearse(orders);
        assertEquals(before, fixture.ports.journal().entries().size());
        assertTrue(state().isEmpty());
        assertInstanceOf(RevocationResult.Recorded.class, rehearsed.getFirst());
        assertInstanceOf(RevocationResult.Refused.class, rehearsed.get(1), "named twice");
        service.decide(revoke(RevocationReason.SUPERSEDED));
        RevocationResult.Refused second = assertInstanceOf(
                RevocationResult.Refused.class,
                service.rehearse(orders.subList(0, 1)).getFirst());
        assertInstanceOf(RevocationException.AlreadyRevoked.class, second.failure());
    }

    @Test
    void whenTheRegisterFailsNothingIsDecided() {
        fixture.ports.faults().fail("record decisions");
        assertThrows(LedgerException.class, () -> service.decide(revoke(RevocationReason.SUPERSEDED)));
        assertThrows(LedgerException.class, () -> service.decideAll(List.of(revoke(RevocationReason.SUPERSEDED))));
        fixture.ports.faults().heal();
        assertTrue(state().isEmpty());
    }

    @Test
    void aClockThatWentBackDatesNothing() {
        fixture.clock.advance(Duration.ofSeconds(-1));
        assertThrows(RevocationException.Refused.class, () -> service.decide(hold()));
    }

    @Test
    void holdIsNoReasonForGood() {
        assertThrows(IllegalArgumentException.class, () -> revoke(RevocationReason.CERTIFICATE_HOLD));
    }

    private RevocationOrder.Revoke revoke(RevocationReason reason) {
        return RevocationOrder.Revoke.of(EngineFixture.ISSUING, device.serialNumber(), reason);
    }

    private RevocationOrder since(Instant invalidityDate) {
        return new RevocationOrder.Revoke(
                EngineFixture.ISSUING,
                device.serialNumber(),
                RevocationReason.KEY_COMPROMISE,
                Optional.of(invalidityDate),
                false);
    }

    private RevocationOrder hold() {
        return new RevocationOrder.Hold(EngineFixture.ISSUING, device.serialNumber());
    }

    private RevocationOrder release() {
        return new RevocationOrder.Release(EngineFixture.ISSUING, device.serialNumber());
    }

    private Optional<Revocation> state() {
        try {
            return fixture.ports.ports().revocations().find(EngineFixture.ISSUING, device.serialNumber());
        } catch (LedgerException e) {
            throw new AssertionError(e);
        }
    }
}
