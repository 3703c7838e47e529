package cairn.ca.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.JournalEntry;
import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.MemoryToken.Fault;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.issuance.OpenIntent;
import cairn.ca.x509.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.CRLReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every decision in every state, every reason, and the borders of dates. */
final class RevocationTableTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(61);
    private final RevocationService service = fixture.engine.revocations();
    private final Certificate device = fixture.device();

    enum State {
        VALID,
        HELD,
        RELEASED,
        REVOKED,
        HELD_THEN_REVOKED
    }

    private RevocationOrder hold() {
        return new RevocationOrder.Hold(EngineFixture.ISSUING, device.serialNumber());
    }

    private RevocationOrder release() {
        return new RevocationOrder.Release(EngineFixture.ISSUING, device.serialNumber());
    }

    private RevocationOrder revoke(RevocationReason reason) {
        return RevocationOrder.Revoke.of(EngineFixture.ISSUING, device.serialNumber(), reason);
    }

    private RevocationOrder since(Instant date) {
        return new RevocationOrder.Revoke(
                EngineFixture.ISSUING, device.serialNumber(), RevocationReason.SUPERSEDED, Optional.of(date), false);
    }

    private Optional<Revocation> state() throws Exception {
        return fixture.ports.ports().revocations().find(EngineFixture.ISSUING, device.serialNumber());
    }

    private List<AuditEvent> decided() {
        return fixture.ports.journal().entries().stream()
                .map(JournalEntry::event)
                .filter(event -> event instanceof AuditEvent.CertificateRevoked
                        || event instanceof AuditEvent.CertificateHeld
                        || event instanceof AuditEvent.HoldReleased
                        || event instanceof AuditEvent.KeyBlocked)
                .toList();
    }

    private void bring(State state) throws Exception {
        switch (state) {
            case VALID -> {}
            case HELD -> service.decide(hold());
            case RELEASED -> {
                service.decide(hold());
                service.decide(release());
            }
            case REVOKED -> service.decide(revoke(RevocationReason.SUPERSEDED));
            case HELD_THEN_REVOKED -> {
                service.decide(hold());
                service.decide(revoke(RevocationReason.SUPERSEDED));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VALID,hold,",
        "VALID,release,NotHeld",
        "VALID,revoke,",
        "HELD,hold,AlreadyHeld",
        "HELD,release,",
        "HELD,revoke,",
        "RELEASED,hold,",
        "RELEASED,release,NotHeld",
        "RELEASED,revoke,",
        "REVOKED,hold,AlreadyRevoked",
        "REVOKED,release,AlreadyRevoked",
        "REVOKED,revoke,AlreadyRevoked",
        "HELD_THEN_REVOKED,hold,AlreadyRevoked",
        "HELD_THEN_REVOKED,release,AlreadyRevoked",
        "HELD_THEN_REVOKED,revoke,AlreadyRevoked",
    })
    void everyDecisionInEveryState(State state, String decision, String failure) throws Exception {
        bring(state);
        List<AuditEvent> before = decided();
        Optional<Revocation> was = state();
        RevocationOrder order = switch (decision) {
            case "hold" -> hold();
            case "release" -> release();
            default -> revoke(RevocationReason.CESSATION_OF_OPERATION);
        };
        fixture.clock.advance(Duration.ofMinutes(1));
        if (failure != null) {
            RevocationException e = assertThrows(RevocationException.class, () -> service.decide(order));
            assertEquals(failure, e.getClass().getSimpleName());
            assertTrue(
                    String.valueOf(e.getMessage()).startsWith("certificate " + device.serialNumber() + " of issuing "),
                    e.getMessage());
            assertEquals(before, decided());
            assertEquals(was, state());
            return;
        }
        service.decide(order);
        assertEquals(before.size() + 1, decided().size());
        Optional<RevocationReason> now = state().map(Revocation::reason);
        assertEquals(
                switch (decision) {
                    case "hold" -> Optional.of(RevocationReason.CERTIFICATE_HOLD);
                    case "release" -> Optional.empty();
                    default -> Optional.of(RevocationReason.CESSATION_OF_OPERATION);
                },
                now);
        state().ifPresent(revocation -> assertEquals(fixture.clock.instant(), revocation.revokedAt()));
    }

    @Test
    void theWordsOfAFinalRevocationSayWhenAndWhy() throws Exception {
        Instant at = fixture.clock.instant();
        service.decide(revoke(RevocationReason.PRIVILEGE_WITHDRAWN));
        RevocationException e = assertThrows(RevocationException.AlreadyRevoked.class, () -> service.decide(hold()));
        assertTrue(
                String.valueOf(e.getMessage())
                        .endsWith("was revoked on " + at + " for privilegeWithdrawn; that is final, except that a"
                                + " compromise found out later replaces another reason"),
                e.getMessage());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CERTIFICATE_HOLD", "CA_COMPROMISE"})
    void everyReasonIsRecordedByItsWordAndOnlyACompromiseBlocksTheKey(RevocationReason reason) throws Exception {
        service.decide(revoke(reason));
        AuditEvent.CertificateRevoked event = fixture.ports
                .journal()
                .events(AuditEvent.CertificateRevoked.class)
                .findFirst()
                .orElseThrow();
        assertEquals(reason.word(), event.reason());
        boolean blocked =
                fixture.ports.ports().revocations().isBlocked(device.publicKey().fingerprint());
        assertEquals(reason == RevocationReason.KEY_COMPROMISE, blocked);
        assertEquals(device.validity().notAfter(), state().orElseThrow().expires());
    }

    /** The names and numbers of RFC 5280 section 5.3.1, by another library's table. */
    @Test
    void reasonsHaveTheStandardsNamesAndNumbers() {
        for (RevocationReason reason : RevocationReason.values()) {
            String shown = CRLReason.lookup(reason.code()).toString().replace("CRLReason: ", "");
            assertEquals(shown.toLowerCase(java.util.Locale.ROOT), reason.word().toLowerCase(java.util.Locale.ROOT));
            assertEquals(Optional.of(reason), RevocationReason.ofCode(reason.code()));
            assertEquals(Optional.of(reason), RevocationReason.ofWord(reason.word()));
        }
        for (int none : new int[] {-1, 7, 8, 11, 255}) {
            assertEquals(Optional.empty(), RevocationReason.ofCode(none));
        }
        for (String none : List.of("", "KeyCompromise", "keycompromise", " keyCompromise", "removeFromCRL")) {
            assertEquals(Optional.empty(), RevocationReason.ofWord(none));
        }
    }

    @Test
    void invalidityDatesAreCutToSecondsBeforeTheyAreJudged() throws Exception {
        Instant start = device.validity().notBefore();
        Instant now = fixture.clock.instant().truncatedTo(ChronoUnit.SECONDS);
        for (Instant bad : List.of(now.plusSeconds(1), start.minusNanos(1), start.minusSeconds(1))) {
            String words =
                    String.valueOf(assertThrows(RevocationException.Refused.class, () -> service.decide(since(bad)))
                            .getMessage());
            assertTrue(words.startsWith("the invalidity date "), words);
            assertTrue(
                    words.contains(bad.isAfter(now) ? "is in the future" : "before the certificate's start, " + start),
                    words);
        }
        assertEquals(List.of(), decided());
        service.decide(since(now.plusMillis(999)));
        assertEquals(Optional.of(now), state().orElseThrow().invalidityDate());
    }

    @Test
    void decisionsAreDatedInWholeSeconds() throws Exception {
        fixture.clock.set(fixture.clock.instant().plusMillis(1700));
        service.decide(hold());
        assertEquals(
                fixture.clock.instant().truncatedTo(ChronoUnit.SECONDS),
                state().orElseThrow().revokedAt());
        fixture.clock.advance(Duration.ofMillis(800));
        service.decide(release());
        assertEquals(
                fixture.clock.instant().truncatedTo(ChronoUnit.SECONDS),
                fixture.ports
                        .journal()
                        .events(AuditEvent.HoldReleased.class)
                        .findFirst()
                        .orElseThrow()
                        .releasedAt());
    }

    @Test
    void anOpenIntentIsNotRevokedAndAClosedOneIs() throws Exception {
        fixture.token.fail(Fault.LOST_AFTER);
        assertThrows(
                IssuanceException.UnknownOutcome.class,
                () -> fixture.engine.issuance().issue(fixture.deviceOrder()));
        fixture.token.fail(Fault.NONE);
        OpenIntent open = fixture.engine.settlement().open().getFirst();
        RevocationOrder order = RevocationOrder.Revoke.of(
                EngineFixture.ISSUING, open.intent().serialNumber(), RevocationReason.KEY_COMPROMISE);
        RevocationException.UnknownCertificate unknown =
                assertThrows(RevocationException.UnknownCertificate.class, () -> service.decide(order));
        assertTrue(String.valueOf(unknown.getMessage()).contains("still to be settled"), unknown.getMessage());
        fixture.engine.settlement().close(open.intent().id(), AuditEvent.Signed.MAYBE, "A. Lund: not found");
        service.decide(order);
        assertTrue(fixture.ports
                .ports()
                .revocations()
                .isBlocked(open.intent().unsigned().publicKey().fingerprint()));
        RevocationException twice = assertThrows(RevocationException.AlreadyRevoked.class, () -> service.decide(order));
        assertTrue(String.valueOf(twice.getMessage()).contains("keyCompromise"));
    }

    @Test
    void aHeldAuthorityCanBeRevokedForItsOwnCompromiseAndItsKeyKept() throws Exception {
        Certificate issuing = fixture.open(EngineFixture.ISSUING).certificate().orElseThrow();
        service.decide(new RevocationOrder.Hold(EngineFixture.ROOT, issuing.serialNumber()));
        service.decide(new RevocationOrder.Revoke(
                EngineFixture.ROOT, issuing.serialNumber(), RevocationReason.CA_COMPROMISE, Optional.empty(), true));
        assertFalse(fixture.ports
                .ports()
                .revocations()
                .isBlocked(issuing.publicKey().fingerprint()));
    }

    @Test
    void inManyDecisionsTheFirstOfTwoCountsWhateverTheyAre() throws Exception {
        List<RevocationResult> results = service.decideAll(List.of(hold(), release()));
        assertEquals(new RevocationResult.Recorded(hold()), results.get(0));
        RevocationResult.Refused second = assertInstanceOf(RevocationResult.Refused.class, results.get(1));
        assertTrue(String.valueOf(second.failure().getMessage()).endsWith("is named twice in these decisions"));
        assertEquals(RevocationReason.CERTIFICATE_HOLD, state().orElseThrow().reason());
    }

    @Test
    void nothingToDecideRecordsNothingAndARefusalOnlyItself() throws Exception {
        int before = fixture.ports.journal().entries().size();
        assertEquals(List.of(), service.decideAll(List.of()));
        assertEquals(before, fixture.ports.journal().entries().size());
        List<RevocationResult> refused = service.decideAll(List.of(release()));
        assertInstanceOf(RevocationException.NotHeld.class, ((RevocationResult.Refused) refused.getFirst()).failure());
        assertEquals(before + 1, fixture.ports.journal().entries().size());
        AuditEvent.RevocationRefused recorded = assertInstanceOf(
                AuditEvent.RevocationRefused.class,
                fixture.ports.journal().entries().getLast().event());
        assertEquals("release", recorded.decision());
        assertEquals(device.serialNumber(), recorded.serialNumber());
        service.rehearse(List.of(release()));
        assertEquals(before + 1, fixture.ports.journal().entries().size());
    }

    @Test
    void aBlockedKeyNeedsNoCertificate() throws Exception {
        var key = fixture.key().fingerprint();
        service.blockKey(key, "found on a web page");
        assertEquals(
                new AuditEvent.KeyBlocked(key, "found on a web page"), decided().getFirst());
        assertTrue(fixture.ports.ports().revocations().isBlocked(key));
    }
}
