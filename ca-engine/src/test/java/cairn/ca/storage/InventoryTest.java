package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.KeyedCertificate;
import cairn.ca.inventory.Page;
import cairn.ca.inventory.Selection;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.x509.Fingerprint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InventoryTest {
    private static final int COUNT = 57;
    private static final Instant AT = Instant.parse("2030-06-01T10:00:00Z");

    @TempDir
    private Path folder;

    private Optional<Register> opened = Optional.empty();
    private List<IssuanceIntent> issued = List.of();

    @BeforeEach
    void fiftySevenDevices() throws Exception {
        Register register = Register.create(
                folder.resolve("ca"), new NewWorkspace(0x1234, "x"), Fixture.surroundings(Fixture.clock()));
        opened = Optional.of(register);
        issued = Fixture.issue(register, 1, COUNT);
    }

    @AfterEach
    void close() throws Exception {
        opened.orElseThrow().close();
    }

    private Inventory inventory() {
        return opened.orElseThrow().inventory();
    }

    private List<String> subjects(Selection selection) throws Exception {
        return inventory().page(selection, Inventory.Order.EXPIRY, Optional.empty(), 100).rows().stream()
                .map(CertificateSummary::subject)
                .toList();
    }

    private static String subject(int number) {
        return "O=Example,CN=Device-" + number;
    }

    @Test
    void aRowSaysWhatTheCertificateSays() throws Exception {
        IssuanceIntent fourth = issued.get(3);
        CertificateSummary row =
                inventory().find(Fixture.ISSUING, fourth.serialNumber()).orElseThrow();
        assertEquals(fourth.serialNumber(), row.serialNumber());
        assertEquals(subject(4), row.subject());
        assertEquals(List.of("DNS:device-4.example"), row.alternativeNames());
        assertEquals(Fixture.NOT_BEFORE, row.validity().notBefore());
        assertEquals(
                Fixture.NOT_BEFORE.plus(Duration.ofDays(369)), row.validity().notAfter());
        assertEquals(Fingerprint.of(Fixture.key(4).getEncoded()), row.publicKey());
        assertEquals(CertificateStatus.VALID, row.status());
        assertEquals("iot-device", row.profile());
        assertEquals(Optional.empty(), row.revoked());
        assertEquals(Optional.empty(), inventory().find(Fixture.ROOT, fourth.serialNumber()));
    }

    @Test
    void pagesTogetherAreTheWholeListInBothOrders() throws Exception {
        for (Inventory.Order order : Inventory.Order.values()) {
            List<String> seen = new ArrayList<>();
            Optional<Page.Key> next = Optional.empty();
            int pages = 0;
            do {
                Page page = inventory().page(Selection.all(), order, next, 10);
                page.rows().forEach(row -> seen.add(row.subject()));
                next = page.next();
                pages++;
            } while (next.isPresent());
            List<String> expected = new ArrayList<>(IntStream.rangeClosed(1, COUNT)
                    .mapToObj(InventoryTest::subject)
                    .toList());
            if (order == Inventory.Order.NEWEST_FIRST) {
                Collections.reverse(expected);
            }
            assertEquals(expected, seen);
            assertEquals(6, pages);
        }
    }

    @Test
    void certificatesThatExpireTogetherAreNotLostBetweenPages() throws Exception {
        List<IssuanceIntent> more = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            IssuanceIntent same =
                    Fixture.intent(opened.orElseThrow().certificates().reserveSerial(Fixture.ISSUING), 30);
            more.add(new IssuanceIntent(
                    new IntentId(new UUID(7, i)),
                    same.issuer(),
                    same.serialNumber(),
                    same.profile(),
                    same.toBeSigned(),
                    same.request(),
                    same.skippedLints()));
        }
        opened.orElseThrow().certificates().recordIntents(more);
        opened.orElseThrow().certificates().complete(Fixture.completions(more));
        int seen = 0;
        Optional<Page.Key> next = Optional.empty();
        do {
            Page page = inventory().page(Selection.containing("device-30"), Inventory.Order.EXPIRY, next, 3);
            seen += page.rows().size();
            next = page.next();
        } while (next.isPresent());
        assertEquals(8, seen);
    }

    @Test
    void textIsFoundWhereverItStands() throws Exception {
        IssuanceIntent tenth = issued.get(9);
        opened.orElseThrow()
                .journal()
                .append(new AuditEvent.OwnerSet(
                        Fixture.ISSUING, tenth.serialNumber(), "Ann Müller", List.of("Line-7", "50%_off")));
        List<String> ten = List.of(subject(10));
        assertEquals(ten, subjects(Selection.containing("DEVICE-10.exam")));
        assertEquals(ten, subjects(Selection.containing("=device-10")));
        assertEquals(ten, subjects(Selection.containing("müller")));
        assertEquals(ten, subjects(Selection.containing("line-7")));
        assertEquals(ten, subjects(Selection.containing("50%_")));
        assertEquals(List.of(), subjects(Selection.containing("5%_")));
        assertEquals(List.of(), subjects(Selection.containing("'; DROP TABLE certificate; --")));
        assertEquals(COUNT, subjects(Selection.containing(" ")).size());
        String serial = tenth.serialNumber().hex();
        assertEquals(ten, subjects(Selection.containing(serial)));
        assertEquals(ten, subjects(Selection.containing(serial.toUpperCase(Locale.ROOT))));
        assertEquals(ten, subjects(Selection.containing(serial.replaceAll("(..)(?=.)", "$1:"))));
        assertEquals(ten, subjects(Selection.containing(serial.substring(0, 17))));
        assertEquals(COUNT, subjects(Selection.containing("5234")).size());
        String key = Fingerprint.of(Fixture.key(10).getEncoded()).hex();
        assertEquals(ten, subjects(Selection.containing(key)));
        assertEquals(ten, subjects(Selection.containing(key.substring(0, 9))));
        assertEquals(List.of(), subjects(Selection.containing("f".repeat(64))));
        CertificateSummary row =
                inventory().find(Fixture.ISSUING, tenth.serialNumber()).orElseThrow();
        assertEquals("Ann Müller", row.owner());
        assertEquals(List.of("Line-7", "50%_off"), row.tags());
    }

    @Test
    void whatExpiresInAPeriodIsFound() throws Exception {
        Instant from = Fixture.NOT_BEFORE.plus(Duration.ofDays(365 + 10));
        Selection soon = Selection.expiring(from, from.plus(Duration.ofDays(3)));
        assertEquals(List.of(subject(10), subject(11), subject(12)), subjects(soon));
        revoke(11);
        assertEquals(List.of(subject(10), subject(12)), subjects(soon));
        assertEquals(List.of(subject(10), subject(12)), subjects(soon.of(Fixture.ISSUING)));
        assertEquals(List.of(), subjects(soon.of(Fixture.ROOT)));
    }

    private void revoke(int number) throws Exception {
        opened.orElseThrow()
                .revocations()
                .record(List.of(new AuditEvent.CertificateRevoked(
                        Fixture.ISSUING,
                        issued.get(number - 1).serialNumber(),
                        "keyCompromise",
                        AT,
                        Optional.empty())));
    }

    @Test
    void countsAndStatusFollowRevocations() throws Exception {
        revoke(5);
        revoke(6);
        assertEquals("{issuing={VALID=55, REVOKED=2}}", inventory().counts().toString());
        CertificateSummary row =
                inventory().find(Fixture.ISSUING, issued.get(4).serialNumber()).orElseThrow();
        assertEquals(Optional.of(new CertificateSummary.Revoked("keyCompromise", AT)), row.revoked());
        Selection revoked = new Selection(
                Optional.empty(),
                Optional.empty(),
                Optional.of(CertificateStatus.REVOKED),
                Optional.empty(),
                Optional.empty());
        assertEquals(List.of(subject(5), subject(6)), subjects(revoked));
    }

    @Test
    void theCertificatesOfManyKeysAreFoundInOneStep() throws Exception {
        revoke(5);
        Fingerprint fifth = Fingerprint.of(Fixture.key(5).getEncoded());
        Fingerprint sixth = Fingerprint.of(Fixture.key(6).getEncoded());
        Fingerprint none = Fingerprint.of(Fixture.key(COUNT + 1).getEncoded());
        Map<Fingerprint, List<KeyedCertificate>> found =
                inventory().ofKeys(Fixture.ISSUING, Set.of(fifth, sixth, none));
        assertEquals(Set.of(fifth, sixth), found.keySet());
        assertEquals(1, found.getOrDefault(fifth, List.of()).size());
        KeyedCertificate revoked = found.getOrDefault(fifth, List.of()).getFirst();
        assertEquals(issued.get(4).serialNumber(), revoked.certificate().serialNumber());
        assertEquals(issued.get(4).profile(), revoked.profile());
        assertEquals(CertificateStatus.REVOKED, revoked.status());
        assertEquals(
                CertificateStatus.VALID,
                found.getOrDefault(sixth, List.of()).getFirst().status());
        assertEquals(Map.of(), inventory().ofKeys(new AuthorityName("root"), Set.of(fifth)));
        assertEquals(Map.of(), inventory().ofKeys(Fixture.ISSUING, Set.of()));
    }

    @Test
    void aPageHasABound() {
        for (int rows : new int[] {0, -1, Inventory.MOST_ROWS + 1}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> inventory().page(Selection.all(), Inventory.Order.EXPIRY, Optional.empty(), rows));
        }
        assertTrue(Inventory.MOST_ROWS >= 1000);
    }
}
