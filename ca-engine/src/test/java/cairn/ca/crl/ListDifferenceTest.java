package cairn.ca.crl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.engine.EngineFixture;
import cairn.ca.issuance.Issuer;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateListOutline;
import cairn.ca.x509.RevocationListEntry;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two lists of one authority beside each other. */
final class ListDifferenceTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(23);
    private final Issuer issuer = fixture.open(EngineFixture.ISSUING);

    private CertificateListOutline sign() throws Exception {
        fixture.clock.advance(Duration.ofSeconds(1));
        byte[] list = fixture.engine
                .lists()
                .sign(issuer, fixture.clock.instant().plus(Duration.ofDays(7)), List.of())
                .list()
                .encoded();
        return CertificateListOutline.read(list);
    }

    private void decide(RevocationOrder order) throws Exception {
        fixture.engine.revocations().decide(order);
    }

    private Certificate revoked() throws Exception {
        Certificate device = fixture.device();
        revoke(device, RevocationReason.SUPERSEDED);
        return device;
    }

    private void revoke(Certificate device, RevocationReason reason) throws Exception {
        decide(RevocationOrder.Revoke.of(EngineFixture.ISSUING, device.serialNumber(), reason));
    }

    private static List<String> serials(List<RevocationListEntry> entries) {
        return entries.stream().map(RevocationListEntry::serialHex).toList();
    }

    @Test
    void listsThatSayTheSameDoNotDiffer() throws Exception {
        revoked();
        CertificateListOutline first = sign();
        assertTrue(ListDifference.between(first, sign()).isEmpty());
        assertTrue(ListDifference.between(first, first).isEmpty());
    }

    @Test
    void emptyListsDoNotDiffer() throws Exception {
        assertTrue(ListDifference.between(sign(), sign()).isEmpty());
    }

    @Test
    void whatCameAndWhatLeftIsTold() throws Exception {
        Certificate held = fixture.device();
        decide(new RevocationOrder.Hold(EngineFixture.ISSUING, held.serialNumber()));
        revoked();
        CertificateListOutline first = sign();
        decide(new RevocationOrder.Release(EngineFixture.ISSUING, held.serialNumber()));
        Certificate one = revoked();
        Certificate two = revoked();
        ListDifference difference = ListDifference.between(first, sign());
        assertEquals(List.of(held.serialNumber().hex()), serials(difference.removed()));
        assertEquals(
                Stream.of(one, two)
                        .map(Certificate::serialNumber)
                        .sorted()
                        .map(SerialNumber::hex)
                        .toList(),
                serials(difference.added()));
        assertEquals(List.of(), difference.changed());
        assertFalse(difference.isEmpty());
    }

    @Test
    void anotherReasonIsAChangeWithBothSides() throws Exception {
        Certificate device = revoked();
        CertificateListOutline first = sign();
        revoke(device, RevocationReason.KEY_COMPROMISE);
        ListDifference difference = ListDifference.between(first, sign());
        ListDifference.Change change = difference.changed().getFirst();
        assertEquals("superseded", change.before().reasonWord());
        assertEquals("keyCompromise", change.after().reasonWord());
        assertEquals(List.of(), difference.added());
        assertEquals(List.of(), difference.removed());
    }

    @Test
    void theOtherWayRoundTellsTheOpposite() throws Exception {
        CertificateListOutline first = sign();
        Certificate device = revoked();
        CertificateListOutline second = sign();
        assertEquals(
                serials(ListDifference.between(first, second).added()),
                serials(ListDifference.between(second, first).removed()));
        assertEquals(
                List.of(device.serialNumber().hex()),
                serials(ListDifference.between(second, first).removed()));
    }

    @Test
    void anEntryWithoutReasonSaysWhatUnspecifiedSays() {
        RevocationListEntry without =
                new RevocationListEntry(BigInteger.valueOf(0xABC), Instant.EPOCH, Optional.empty());
        RevocationListEntry zero = new RevocationListEntry(BigInteger.valueOf(0xABC), Instant.EPOCH, Optional.of(0));
        assertEquals(without.reasonWord(), zero.reasonWord());
        assertEquals("0abc", without.serialHex());
        assertEquals(
                "-01", new RevocationListEntry(BigInteger.ONE.negate(), Instant.EPOCH, Optional.empty()).serialHex());
    }
}
