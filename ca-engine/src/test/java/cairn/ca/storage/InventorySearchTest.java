package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Page;
import cairn.ca.inventory.Selection;
import cairn.ca.issuance.IssuanceIntent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Searches against a search by hand over the rows, and pages while the list changes under them. */
final class InventorySearchTest {
    private static final int COUNT = 24;
    private static final Duration DAY = Duration.ofDays(1);
    private static final String[] PIECES = {
        "%",
        "_",
        "!",
        "\\",
        "'",
        "\"",
        "[",
        "]",
        "*",
        "?",
        "^",
        "é",
        "É",
        "ß",
        "İ",
        "ı",
        "I",
        "i",
        "Σ",
        "ς",
        "σ",
        "\uD83D\uDE00",
        "a",
        "A",
        "-",
        "x"
    };

    @TempDir
    private Path folder;

    private final Random random = new Random(5);
    private Optional<Register> opened = Optional.empty();
    private List<IssuanceIntent> issued = List.of();

    @BeforeEach
    void devices() throws Exception {
        Register register =
                Register.create(folder.resolve("ca"), new NewWorkspace(1, "x"), Fixture.surroundings(Fixture.clock()));
        opened = Optional.of(register);
        issued = Fixture.issue(register, 1, COUNT);
    }

    @AfterEach
    void close() throws Exception {
        register().close();
    }

    private Register register() {
        return opened.orElseThrow();
    }

    private void owner(int index, String owner, List<String> tags) throws Exception {
        register()
                .journal()
                .append(new AuditEvent.OwnerSet(
                        Fixture.ISSUING, issued.get(index).serialNumber(), owner, tags));
    }

    private List<CertificateSummary> rows(Selection selection) throws Exception {
        return register()
                .inventory()
                .page(selection, Inventory.Order.EXPIRY, Optional.empty(), Inventory.MOST_ROWS)
                .rows();
    }

    private String piece() {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @Test
    void aSearchFindsWhatASearchByHandFinds() throws Exception {
        List<AuditEvent> owners = new ArrayList<>();
        for (IssuanceIntent each : issued) {
            owners.add(new AuditEvent.OwnerSet(
                    Fixture.ISSUING, each.serialNumber(), piece(), List.of("x" + piece(), piece() + "x")));
        }
        register().journal().append(owners);
        List<CertificateSummary> all = rows(Selection.all());
        int found = 0;
        for (int i = 0; i < 300; i++) {
            String wanted = piece();
            String small = wanted.toLowerCase(Locale.ROOT);
            List<CertificateSummary> expected = all.stream()
                    .filter(row -> byHand(row).toLowerCase(Locale.ROOT).contains(small))
                    .toList();
            found += expected.size();
            assertEquals(expected, rows(Selection.containing(wanted)), wanted);
        }
        assertTrue(found > 300, "the texts are alike enough to be found: " + found);
    }

    /** What is looked through, each text on its own line, with a backslash in a tag written twice. */
    private static String byHand(CertificateSummary row) {
        return row.subject() + "\n" + String.join("\n", row.alternativeNames()) + "\n" + row.owner() + "\n"
                + String.join("\n", row.tags()).replace("\\", "\\\\");
    }

    /** Small letters are the same everywhere: a Turkish computer must not make another register from the same journal. */
    @Test
    @ResourceLock(Resources.LOCALE)
    void theLanguageOfTheComputerDoesNotMatter() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            owner(3, "INGRID LIE", List.of("LINE-II"));
            for (String wanted : List.of("ingrid", "INGRID", "line-ii", "LINE", "=DEVICE-4")) {
                assertEquals(
                        List.of(issued.get(3).serialNumber()),
                        rows(Selection.containing(wanted)).stream()
                                .map(CertificateSummary::serialNumber)
                                .toList(),
                        wanted);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void anOwnerIsReplacedAsAWhole() throws Exception {
        owner(0, "Ann", List.of("red", "blue"));
        owner(0, "Bob", List.of("green"));
        assertEquals(List.of(), rows(Selection.containing("ann")));
        assertEquals(List.of(), rows(Selection.containing("red")));
        CertificateSummary row = rows(Selection.containing("green")).getFirst();
        assertEquals("Bob", row.owner());
        assertEquals(List.of("green"), row.tags());
        owner(0, "", List.of());
        assertEquals(List.of(), rows(Selection.containing("bob")));
        assertEquals(1, rows(Selection.containing("device-1.example")).size());
    }

    @Test
    void aMomentInsideASecondIsNotRoundedDown() throws Exception {
        Instant end = Fixture.NOT_BEFORE.plus(DAY.multipliedBy(365 + 5));
        Selection upTo = new Selection(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(end.plusMillis(1)));
        assertEquals(5, rows(upTo).size(), "the fifth ends before that moment");
        Selection from = new Selection(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(end.plusMillis(1)), Optional.empty());
        assertEquals(COUNT - 5, rows(from).size(), "the fifth ended before that moment");
        Selection exactly = new Selection(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(end), Optional.of(end.plusNanos(1)));
        assertEquals(1, rows(exactly).size());
    }

    @Test
    void allPartsOfASelectionMustHold() throws Exception {
        register()
                .revocations()
                .record(List.of(
                        new AuditEvent.CertificateHeld(
                                Fixture.ISSUING, issued.get(2).serialNumber(), Fixture.NOT_BEFORE),
                        new AuditEvent.CertificateRevoked(
                                Fixture.ISSUING,
                                issued.get(3).serialNumber(),
                                "superseded",
                                Fixture.NOT_BEFORE,
                                Optional.empty())));
        for (CertificateStatus status : CertificateStatus.values()) {
            Selection selection = new Selection(
                    Optional.of("device"),
                    Optional.of(Fixture.ISSUING),
                    Optional.of(status),
                    Optional.empty(),
                    Optional.empty());
            List<CertificateSummary> rows = rows(selection);
            assertEquals(status == CertificateStatus.VALID ? COUNT - 2 : 1, rows.size());
            assertTrue(rows.stream().allMatch(row -> row.status() == status));
            assertEquals(List.of(), rows(selection.of(Fixture.ROOT)));
        }
        CertificateSummary.Revoked revoked = register()
                .inventory()
                .find(Fixture.ISSUING, issued.get(3).serialNumber())
                .orElseThrow()
                .revoked()
                .orElseThrow();
        assertEquals(new CertificateSummary.Revoked("superseded", Fixture.NOT_BEFORE), revoked);
        assertEquals(
                "certificateHold",
                rows(Selection.containing("device-3."))
                        .getFirst()
                        .revoked()
                        .orElseThrow()
                        .reason());
    }

    @Test
    void hexadecimalsOfThreeDigitsAreOnlyText() throws Exception {
        String serial = issued.getFirst().serialNumber().hex();
        assertEquals(List.of(), rows(Selection.containing(serial.substring(0, 3))));
        assertEquals(COUNT, rows(Selection.containing(serial.substring(0, 4))).size());
        assertEquals(List.of(), rows(Selection.containing(serial.substring(1, 8))), "only a start is found");
        assertEquals(List.of(), rows(Selection.containing(serial + "0")));
        assertEquals(List.of(), rows(Selection.containing("f".repeat(65))));
    }

    @Test
    void pagesStayTrueWhileTheListGrowsAndChanges() throws Exception {
        for (Inventory.Order order : Inventory.Order.values()) {
            Set<Long> before = new HashSet<>();
            rows(Selection.all()).forEach(row -> before.add(row.id()));
            List<CertificateSummary> seen = new ArrayList<>();
            Optional<Page.Key> next = Optional.empty();
            int fresh = order == Inventory.Order.EXPIRY ? 2000 : 1000;
            do {
                Page page = register().inventory().page(Selection.all(), order, next, 5);
                seen.addAll(page.rows());
                next = page.next();
                Fixture.issue(register(), fresh, 2);
                fresh += 2;
                owner(seen.size() % COUNT, "somebody", List.of());
            } while (next.isPresent() && seen.size() < 500);
            Set<Long> ids = new HashSet<>();
            seen.forEach(row -> assertTrue(ids.add(row.id()), "a row twice"));
            assertTrue(ids.containsAll(before), "a row that was there from the start is missing");
            Comparator<CertificateSummary> sorted = order == Inventory.Order.NEWEST_FIRST
                    ? Comparator.comparingLong(CertificateSummary::id).reversed()
                    : Comparator.comparing(
                                    (CertificateSummary row) -> row.validity().notAfter())
                            .thenComparingLong(CertificateSummary::id);
            assertEquals(seen.stream().sorted(sorted).toList(), seen);
            if (order == Inventory.Order.NEWEST_FIRST) {
                assertEquals(before.size(), seen.size(), "what was issued meanwhile stands before the first page");
            }
        }
    }

    @Test
    void thePlaceBehindTheLastRowHasNothing() throws Exception {
        Inventory inventory = register().inventory();
        Page whole = inventory.page(Selection.all(), Inventory.Order.EXPIRY, Optional.empty(), COUNT);
        assertEquals(Optional.empty(), whole.next(), "exactly one page");
        Page first = inventory.page(Selection.all(), Inventory.Order.EXPIRY, Optional.empty(), COUNT - 1);
        Page rest = inventory.page(Selection.all(), Inventory.Order.EXPIRY, first.next(), COUNT);
        assertEquals(whole.rows().subList(COUNT - 1, COUNT), rest.rows());
        CertificateSummary last = rest.rows().getLast();
        Page.Key behind = new Page.Key(last.validity().notAfter().getEpochSecond(), last.id());
        assertEquals(
                new Page(List.of(), Optional.empty()),
                inventory.page(Selection.all(), Inventory.Order.EXPIRY, Optional.of(behind), 1));
        assertEquals(
                List.of(),
                inventory
                        .page(Selection.all(), Inventory.Order.NEWEST_FIRST, Optional.of(new Page.Key(0, 0)), 9)
                        .rows());
    }

    @Test
    void aPageIsAValueThatNobodyChanges() throws Exception {
        Page page = register().inventory().page(Selection.all(), Inventory.Order.EXPIRY, Optional.empty(), 3);
        assertThrows(UnsupportedOperationException.class, () -> page.rows().clear());
        assertThrows(
                UnsupportedOperationException.class,
                () -> page.rows().getFirst().tags().add("more"));
        assertThrows(
                UnsupportedOperationException.class,
                () -> page.rows().getFirst().alternativeNames().add("more"));
    }
}
