package cairn.ca.crl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.ca.audit.LedgerException;
import cairn.ca.engine.EngineFixture;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.RequestedContent;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the newest list of an authority stands to what was decided since. */
final class CrlStandingTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(22);
    private final CrlService lists = fixture.engine.lists();
    private final Issuer issuer = fixture.open(EngineFixture.ISSUING);

    private void decide(RevocationOrder order) throws Exception {
        fixture.engine.revocations().decide(order);
    }

    private void revoke(Certificate certificate, RevocationReason reason) throws Exception {
        decide(RevocationOrder.Revoke.of(EngineFixture.ISSUING, certificate.serialNumber(), reason));
    }

    private static RevocationOrder hold(Certificate certificate) {
        return new RevocationOrder.Hold(EngineFixture.ISSUING, certificate.serialNumber());
    }

    private static RevocationOrder release(Certificate certificate) {
        return new RevocationOrder.Release(EngineFixture.ISSUING, certificate.serialNumber());
    }

    private CertificateList sign() throws CrlException {
        return lists.sign(issuer, fixture.clock.instant().plus(Duration.ofDays(7)), List.of())
                .list();
    }

    private CrlStanding standing() throws LedgerException {
        return lists.standing(EngineFixture.ISSUING);
    }

    private void assertStanding(long missing, long released) throws LedgerException {
        CrlStanding standing = standing();
        assertEquals(missing, standing.missing(), "missing");
        assertEquals(released, standing.released(), "released");
        assertEquals(missing + released > 0, standing.isBehind());
    }

    @Test
    void withoutAListEveryDecisionIsMissing() throws Exception {
        assertStanding(0, 0);
        assertEquals(Optional.empty(), standing().latest());
        revoke(fixture.device(), RevocationReason.SUPERSEDED);
        decide(hold(fixture.device()));
        assertStanding(2, 0);
    }

    @Test
    void aListWithoutEntriesIsCurrentUntilSomethingIsDecided() throws Exception {
        CertificateList list = sign();
        assertStanding(0, 0);
        assertEquals(list.fingerprint(), standing().latest().orElseThrow().list());
        revoke(fixture.device(), RevocationReason.SUPERSEDED);
        assertStanding(1, 0);
    }

    @Test
    void aRevocationIsMissingUntilTheNextList() throws Exception {
        revoke(fixture.device(), RevocationReason.SUPERSEDED);
        sign();
        assertStanding(0, 0);
        revoke(fixture.device(), RevocationReason.KEY_COMPROMISE);
        revoke(fixture.device(), RevocationReason.UNSPECIFIED);
        assertStanding(2, 0);
        fixture.clock.advance(Duration.ofSeconds(1));
        sign();
        assertStanding(0, 0);
    }

    @Test
    void aHoldIsMissingAndItsReleaseIsAnEntryTooMany() throws Exception {
        Certificate device = fixture.device();
        sign();
        decide(hold(device));
        assertStanding(1, 0);
        fixture.clock.advance(Duration.ofSeconds(1));
        sign();
        assertStanding(0, 0);
        decide(release(device));
        assertStanding(0, 1);
    }

    @Test
    void aHoldThatBecomesARevocationIsMissingOnceMore() throws Exception {
        Certificate device = fixture.device();
        decide(hold(device));
        sign();
        revoke(device, RevocationReason.KEY_COMPROMISE);
        assertStanding(1, 0);
    }

    @Test
    void aGraverReasonIsMissing() throws Exception {
        Certificate device = fixture.device();
        revoke(device, RevocationReason.SUPERSEDED);
        sign();
        revoke(device, RevocationReason.KEY_COMPROMISE);
        assertStanding(1, 0);
    }

    @Test
    void whatIsMissingAndWhatIsTooMuchAreCountedApart() throws Exception {
        List<Certificate> held = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Certificate device = fixture.device();
            held.add(device);
            decide(hold(device));
        }
        sign();
        decide(release(held.get(0)));
        decide(release(held.get(4)));
        for (int i = 0; i < 3; i++) {
            revoke(fixture.device(), RevocationReason.SUPERSEDED);
        }
        assertStanding(3, 2);
    }

    @Test
    void anExpiredEntryThatLeftIsNotMissing() throws Exception {
        Certificate shortLived = shortLived();
        revoke(shortLived, RevocationReason.SUPERSEDED);
        sign();
        Instant end = shortLived.validity().notAfter();
        fixture.clock.set(end.plusSeconds(1));
        sign();
        assertStanding(0, 0);
        fixture.clock.advance(Duration.ofSeconds(1));
        CertificateList without = sign();
        assertEquals(0, without.holder().getRevokedCertificates().size());
        assertStanding(0, 0);
    }

    @Test
    void theListsOfAnotherAuthorityAreNotAsked() throws Exception {
        sign();
        decide(RevocationOrder.Revoke.of(
                EngineFixture.ROOT, issuer.certificate().orElseThrow().serialNumber(), RevocationReason.SUPERSEDED));
        assertStanding(0, 0);
        assertEquals(1, lists.standing(EngineFixture.ROOT).missing());
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
}
