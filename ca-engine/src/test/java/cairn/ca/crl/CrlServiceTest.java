package cairn.ca.crl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.MemoryToken.Fault;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.RequestedContent;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists: what is on them, how they are numbered, and what a failure leaves behind. */
final class CrlServiceTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(21);
    private final CrlService lists = fixture.engine.lists();
    private final Issuer issuer = fixture.open(EngineFixture.ISSUING);

    @Test
    void aListSaysWhoSignedItAndCountsUp() throws Exception {
        CrlService.Issued first = sign(Duration.ofDays(7));
        CrlService.Issued second = sign(Duration.ofDays(7));
        Certificate certificate = issuer.certificate().orElseThrow();
        assertEquals(Optional.of(BigInteger.ONE), first.list().number());
        assertEquals(Optional.of(BigInteger.TWO), second.list().number());
        assertArrayEquals(certificate.subject().encoded(), first.list().issuer().encoded());
        assertArrayEquals(
                certificate.subjectKeyIdentifier().orElseThrow().octets(),
                AuthorityKeyIdentifier.fromExtensions(first.list().holder().getExtensions())
                        .getKeyIdentifierOctets());
        assertEquals(fixture.clock.instant(), first.list().thisUpdate());
        assertEquals(List.of(), lists.openIntents());
        assertEquals(
                second.list().fingerprint(),
                fixture.ports
                        .lists()
                        .latest(EngineFixture.ISSUING)
                        .orElseThrow()
                        .list());
    }

    @Test
    void whatIsRevokedOrHeldIsOnItAndWhatIsReleasedIsNot() throws Exception {
        Certificate revoked = fixture.device();
        Certificate held = fixture.device();
        Certificate good = fixture.device();
        Instant since = fixture.clock.instant();
        fixture.clock.advance(Duration.ofHours(2));
        fixture.engine
                .revocations()
                .decide(new RevocationOrder.Revoke(
                        EngineFixture.ISSUING,
                        revoked.serialNumber(),
                        RevocationReason.KEY_COMPROMISE,
                        Optional.of(since),
                        false));
        fixture.engine.revocations().decide(hold(held));
        CertificateList list = sign(Duration.ofDays(7)).list();
        assertEquals(1, reason(list, revoked));
        assertNotNull(entry(list, revoked).getExtension(Extension.invalidityDate));
        assertEquals(6, reason(list, held));
        assertNull(entry(list, good));
        fixture.engine.revocations().decide(release(held));
        assertNull(entry(sign(Duration.ofDays(7)).list(), held));
    }

    @Test
    void anEntryLeavesOnlyAfterOneListBeyondItsEnd() throws Exception {
        Certificate revoked = shortLived();
        fixture.engine
                .revocations()
                .decide(RevocationOrder.Revoke.of(
                        EngineFixture.ISSUING, revoked.serialNumber(), RevocationReason.SUPERSEDED));
        fixture.clock.set(revoked.validity().notAfter());
        CertificateList atTheEnd = sign(Duration.ofMinutes(1)).list();
        assertNotNull(entry(atTheEnd, revoked));
        fixture.clock.set(revoked.validity().notAfter().plusSeconds(1));
        CertificateList beyond = sign(Duration.ofMinutes(1)).list();
        assertNotNull(entry(beyond, revoked), "the first list beyond the end still has it");
        fixture.clock.advance(Duration.ofSeconds(1));
        assertNull(entry(sign(Duration.ofMinutes(1)).list(), revoked));
    }

    @Test
    void theLastListGoesUpToTheIssuersEnd() throws Exception {
        Instant end = issuer.certificate().orElseThrow().validity().notAfter();
        assertEquals(end.minusSeconds(1), CrlService.nextUpdate(issuer, end.minusSeconds(1)));
        assertEquals(end, CrlService.nextUpdate(issuer, end.plusSeconds(1)));
        CertificateList last = lists.sign(issuer, CrlService.nextUpdate(issuer, end.plusSeconds(1)), List.of())
                .list();
        assertEquals(Optional.of(end), last.nextUpdate());
    }

    @Test
    void nextUpdateLiesAheadAndInsideTheIssuersValidity() {
        assertEquals("next-update", refused(fixture.clock.instant()).rule());
        Instant end = issuer.certificate().orElseThrow().validity().notAfter();
        assertEquals("next-update", refused(end.plusSeconds(1)).rule());
        fixture.clock.set(end.plusSeconds(1));
        assertEquals("issuer-validity", refused(end.plusSeconds(60)).rule());
    }

    @Test
    void aClockThatWentBackSignsNothing() throws Exception {
        sign(Duration.ofDays(1));
        fixture.clock.advance(Duration.ofSeconds(-5));
        assertEquals("clock", refused(fixture.clock.instant().plusSeconds(60)).rule());
    }

    @Test
    void aRetiredAuthorityStillSignsLists() throws Exception {
        fixture.engine.authorities().retire(EngineFixture.ISSUING, "replaced");
        assertEquals(0, sign(Duration.ofDays(1)).entries());
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "BUSY"})
    void whatWasNotSignedIsClosedAndItsNumberUsedUp(Fault fault) throws Exception {
        fixture.token.fail(fault);
        assertThrows(CrlException.NotSigned.class, () -> sign(Duration.ofDays(1)));
        fixture.token.fail(Fault.NONE);
        assertEquals(List.of(), lists.openIntents());
        assertEquals(BigInteger.TWO, sign(Duration.ofDays(1)).number());
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_BEFORE", "LOST_AFTER", "CRASH"})
    void anInterruptedListStaysOpenUntilItIsClosed(Fault fault) throws Exception {
        fixture.token.fail(fault);
        assertThrows(CrlException.UnknownOutcome.class, () -> sign(Duration.ofDays(1)));
        fixture.token.fail(Fault.NONE);
        assertEquals(1, lists.openIntents().size());
        assertEquals(BigInteger.ONE, lists.closeInterrupted().getFirst().number());
        assertEquals(List.of(), lists.openIntents());
        assertEquals(List.of(), lists.closeInterrupted());
        assertEquals(BigInteger.TWO, sign(Duration.ofDays(1)).number());
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_CONTENT", "GARBAGE"})
    void aWrongSignatureIsWithheldAndReported(Fault fault) {
        fixture.token.fail(fault);
        assertThrows(CrlException.WrongSignature.class, () -> sign(Duration.ofDays(1)));
        assertEquals(
                1,
                fixture.ports
                        .journal()
                        .events(AuditEvent.IntegrityViolation.class)
                        .count());
        assertEquals(List.of(), fixture.ports.lists().history(EngineFixture.ISSUING));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nextNumber", "record list", "forEach revocation", "journal"})
    void withoutARecordNothingIsSigned(String step) {
        int signed = fixture.token.signed().size();
        fixture.ports.faults().fail(step);
        assertThrows(CrlException.NotRecorded.class, () -> sign(Duration.ofDays(1)));
        assertEquals(signed, fixture.token.signed().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aListThatSomebodyStopsTakesNoNumber(int after) throws Exception {
        for (int i = 0; i < 2; i++) {
            fixture.engine.revocations().decide(hold(fixture.device()));
        }
        int signed = fixture.token.signed().size();
        AtomicInteger calls = new AtomicInteger();
        Instant nextUpdate = fixture.clock.instant().plus(Duration.ofDays(1));
        assertThrows(
                CrlException.Cancelled.class,
                () -> lists.sign(issuer, nextUpdate, List.of(), (done, total) -> calls.getAndIncrement() < after));
        assertEquals(after + 1, calls.get(), "it is not asked again");
        assertEquals(signed, fixture.token.signed().size());
        assertEquals(List.of(), lists.openIntents());
        assertEquals(BigInteger.ONE, sign(Duration.ofDays(1)).number());
    }

    @Test
    void aListThatCannotBeCompletedIsWithheld() throws Exception {
        fixture.ports.faults().fail("complete list");
        assertThrows(CrlException.NotCompleted.class, () -> sign(Duration.ofDays(1)));
        fixture.ports.faults().heal();
        assertEquals(1, lists.openIntents().size());
        assertTrue(fixture.ports.lists().latest(EngineFixture.ISSUING).isEmpty());
    }

    private CrlService.Issued sign(Duration ahead) throws CrlException {
        return lists.sign(issuer, fixture.clock.instant().plus(ahead), List.of());
    }

    private CrlException.Refused refused(Instant nextUpdate) {
        return assertThrows(CrlException.Refused.class, () -> lists.sign(issuer, nextUpdate, List.of()));
    }

    /** A device's certificate that ends long before its issuer. */
    private Certificate shortLived() throws Exception {
        IssuanceOrder order = fixture.deviceOrder();
        RequestedContent content = order.content().with(OperatorChoices.none().withLifetime(Duration.ofDays(30)));
        return fixture.engine
                .issuance()
                .issue(new IssuanceOrder(issuer, order.profile(), content, order.request(), List.of()))
                .certificate();
    }

    private static RevocationOrder hold(Certificate certificate) {
        return new RevocationOrder.Hold(EngineFixture.ISSUING, certificate.serialNumber());
    }

    private static RevocationOrder release(Certificate certificate) {
        return new RevocationOrder.Release(EngineFixture.ISSUING, certificate.serialNumber());
    }

    private static org.bouncycastle.cert.X509CRLEntryHolder entry(CertificateList list, Certificate certificate) {
        return list.holder().getRevokedCertificate(certificate.serialNumber().value());
    }

    private static int reason(CertificateList list, Certificate certificate) {
        return org.bouncycastle.asn1.ASN1Enumerated.getInstance(entry(list, certificate)
                        .getExtension(Extension.reasonCode)
                        .getParsedValue())
                .getValue()
                .intValue();
    }
}
