package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.LedgerException;
import cairn.ca.crl.CrlIntent;
import cairn.ca.crl.CrlLedger;
import cairn.ca.crl.CrlRecord;
import cairn.ca.x509.CertificateList;
import cairn.testkit.SettableClock;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of lists, and their bytes. */
final class CrlLedgerTest {
    private static final Instant AT = Instant.parse("2030-06-01T10:00:00Z");

    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();
    private Optional<Register> opened = Optional.empty();

    @BeforeEach
    void create() throws Exception {
        opened = Optional.of(
                Register.create(folder.resolve("ca"), new NewWorkspace(1, "x"), Fixture.surroundings(clock)));
    }

    @AfterEach
    void close() throws Exception {
        opened.orElseThrow().close();
    }

    private void reopen() throws Exception {
        close();
        opened = Optional.of(Register.open(folder.resolve("ca"), Fixture.surroundings(clock)));
    }

    private CrlLedger ledger() {
        return opened.orElseThrow().crls();
    }

    private CertificateList issue(long number) throws Exception {
        BigInteger value = BigInteger.valueOf(number);
        CertificateList list = Fixture.list(value, AT);
        CrlIntent intent = Fixture.crlIntent(value, list);
        ledger().recordIntent(intent);
        ledger().complete(intent.id(), list);
        return list;
    }

    @Test
    void numbersStartAtOneAndOnlyGrow() throws Exception {
        assertEquals(BigInteger.ONE, ledger().nextNumber(Fixture.ISSUING));
        CertificateList first = issue(1);
        CertificateList fifth = issue(5);
        assertEquals(BigInteger.valueOf(6), ledger().nextNumber(Fixture.ISSUING));
        assertEquals(BigInteger.ONE, ledger().nextNumber(Fixture.ROOT));
        for (long used : new long[] {0, 1, 2, 5}) {
            LedgerException e = assertThrows(LedgerException.class, () -> issue(used));
            assertTrue(e.toString().contains("has used CRL numbers up to 5"), e.toString());
        }
        reopen();
        List<CrlRecord> history = ledger().history(Fixture.ISSUING);
        assertEquals(
                List.of(BigInteger.valueOf(5), BigInteger.ONE),
                history.stream().map(CrlRecord::number).toList());
        assertEquals(Optional.of(history.getFirst()), ledger().latest(Fixture.ISSUING));
        assertEquals(Optional.empty(), ledger().latest(Fixture.ROOT));
        assertEquals(fifth.fingerprint(), ledger().read(history.get(0)).fingerprint());
        assertEquals(first.fingerprint(), ledger().read(history.get(1)).fingerprint());
        assertEquals(AT, history.getFirst().thisUpdate());
    }

    @Test
    void aNumberIsUsedUpByItsIntentAlone() throws Exception {
        BigInteger number = BigInteger.valueOf(300);
        CrlIntent intent = Fixture.crlIntent(number, Fixture.list(number, AT));
        ledger().recordIntent(intent);
        assertEquals(List.of(intent), ledger().openIntents());
        reopen();
        assertEquals(1, opened.orElseThrow().report().openIntents());
        assertEquals(List.of(intent), ledger().openIntents());
        ledger().close(intent.id(), AuditEvent.Signed.MAYBE, "the token was pulled");
        assertEquals(List.of(), ledger().openIntents());
        assertEquals(BigInteger.valueOf(301), ledger().nextNumber(Fixture.ISSUING));
        assertThrows(LedgerException.class, () -> issue(300));
        assertThrows(LedgerException.class, () -> ledger().complete(intent.id(), Fixture.list(number, AT)));
    }

    @Test
    void aListThatWasNotIntendedIsRefusedAndNotKept() throws Exception {
        BigInteger number = BigInteger.TWO;
        CrlIntent intent = Fixture.crlIntent(number, Fixture.list(number, AT));
        ledger().recordIntent(intent);
        CertificateList other = Fixture.list(number, AT.plusSeconds(1));
        LedgerException e = assertThrows(LedgerException.class, () -> ledger().complete(intent.id(), other));
        assertTrue(e.toString().contains("other bytes were signed"), e.toString());
        try (var files = Files.list(folder.resolve("ca/crls"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void numbersOfTwentyOctetsAreOrderedAsNumbers() throws Exception {
        BigInteger most = BigInteger.TWO.pow(159).subtract(BigInteger.ONE);
        CrlIntent tooBig = Fixture.crlIntent(BigInteger.TWO.pow(159), Fixture.list(BigInteger.ONE, AT));
        assertThrows(LedgerException.class, () -> ledger().recordIntent(tooBig));
        issue(255);
        issue(256);
        CertificateList list = Fixture.list(most, AT);
        CrlIntent intent = Fixture.crlIntent(most, list);
        ledger().recordIntent(intent);
        ledger().complete(intent.id(), list);
        assertEquals(most, ledger().latest(Fixture.ISSUING).orElseThrow().number());
        assertEquals(
                list.fingerprint(),
                ledger().read(ledger().latest(Fixture.ISSUING).orElseThrow()).fingerprint());
    }

    @Test
    void bytesThatChangedAreNotHandedOut() throws Exception {
        issue(1);
        CrlRecord record = ledger().latest(Fixture.ISSUING).orElseThrow();
        Path file = folder.resolve("ca/crls/issuing-1.crl");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Fixture.list(BigInteger.ONE, AT.plusSeconds(5)).encoded());
        LedgerException changed = assertThrows(LedgerException.class, () -> ledger().read(record));
        assertTrue(changed.toString().contains("is not the list that was signed"), changed.toString());
        Files.write(file, Arrays.copyOf(bytes, 20));
        assertThrows(LedgerException.class, () -> ledger().read(record));
        Files.delete(file);
        LedgerException gone = assertThrows(LedgerException.class, () -> ledger().read(record));
        assertTrue(gone.toString().contains("cannot be read"), gone.toString());
    }

    @Test
    void anUnfinishedFileOfTheSameNumberIsReplaced() throws Exception {
        Files.writeString(folder.resolve("ca/crls/issuing-1.crl.new"), "half");
        CertificateList list = issue(1);
        assertEquals(
                list.fingerprint(),
                ledger().read(ledger().latest(Fixture.ISSUING).orElseThrow()).fingerprint());
        try (var files = Files.list(folder.resolve("ca/crls"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aFolderOfListsThatIsGoneIsMadeAnewBeforeAnythingIsSigned() throws Exception {
        Files.delete(folder.resolve("ca/crls"));
        CertificateList list = issue(1);
        assertEquals(
                list.fingerprint(),
                ledger().read(ledger().latest(Fixture.ISSUING).orElseThrow()).fingerprint());
    }

    @Test
    void whereNoListCanBeKeptNoneIsIntended() throws Exception {
        Files.delete(folder.resolve("ca/crls"));
        Files.writeString(folder.resolve("ca/crls"), "not a folder");
        LedgerException e = assertThrows(LedgerException.class, () -> issue(1));
        assertTrue(e.toString().contains("the list could not be kept in"), e.toString());
        assertEquals(List.of(), ledger().openIntents());
    }

    /** As after an older copy of the workspace was brought back: its journal forgot a list, and revocations. */
    @Test
    void aListThatTheJournalDoesNotKnowStopsTheNext() throws Exception {
        issue(1);
        Path later = folder.resolve("ca/crls/issuing-2.crl");
        Files.writeString(later, "signed once");
        Files.writeString(folder.resolve("ca/crls/issuing-9.crl.txt"), "no list");
        Files.writeString(folder.resolve("ca/crls/issuing-old-9.crl"), "of another authority");
        LedgerException e = assertThrows(LedgerException.class, () -> issue(2));
        assertTrue(e.toString().contains("issuing-2.crl is there"), e.toString());
        assertTrue(e.toString().contains("no list with a number above 1"), e.toString());
        assertEquals("signed once", Files.readString(later));
        assertEquals(List.of(), ledger().openIntents());
        Files.delete(later);
        issue(2);
    }
}
