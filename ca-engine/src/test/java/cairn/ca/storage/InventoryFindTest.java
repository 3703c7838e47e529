package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Selection;
import cairn.ca.issuance.IssuanceIntent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person scrolls through is what pages would show, found in steps that can be ended. */
final class InventoryFindTest {
    private static final int COUNT = 2_500;

    @TempDir
    private Path folder;

    private Optional<Register> opened = Optional.empty();
    private List<IssuanceIntent> issued = List.of();

    @BeforeEach
    void devices() throws Exception {
        Register register =
                Register.create(folder.resolve("ca"), new NewWorkspace(1, "x"), Fixture.surroundings(Fixture.clock()));
        opened = Optional.of(register);
        issued = Fixture.issue(register, 1, COUNT);
        register.journal()
                .append(new AuditEvent.CertificateHeld(
                        Fixture.ISSUING, issued.get(7).serialNumber(), Fixture.NOT_BEFORE));
    }

    @AfterEach
    void close() throws Exception {
        register().close();
    }

    private Register register() {
        return opened.orElseThrow();
    }

    private Inventory inventory() {
        return register().inventory();
    }

    private List<Long> found(Selection selection, Inventory.Order order) throws Exception {
        List<Long> ids = new ArrayList<>();
        inventory().find(selection, order, (more, looked, all) -> {
            LongStream.of(more).forEach(ids::add);
            return true;
        });
        return ids;
    }

    private List<Long> paged(Selection selection, Inventory.Order order) throws Exception {
        return inventory().page(selection, order, Optional.empty(), Inventory.MOST_ROWS).rows().stream()
                .map(CertificateSummary::id)
                .toList();
    }

    @Test
    void everySelectionInEveryOrderIsFoundAsPagesShowIt() throws Exception {
        Selection ending = Selection.expiring(Fixture.NOT_BEFORE, Fixture.NOT_BEFORE.plus(Duration.ofDays(800)));
        List<Selection> selections = List.of(
                Selection.all(),
                Selection.containing("device-12"),
                Selection.containing("nothing is called this"),
                Selection.all().of(CertificateStatus.HELD),
                Selection.containing("device-2").of(CertificateStatus.VALID).of(Fixture.ISSUING),
                Selection.containing(issued.get(3).serialNumber().hex()),
                ending);
        for (Selection selection : selections) {
            for (Inventory.Order order : Inventory.Order.values()) {
                assertEquals(paged(selection, order), found(selection, order), selection + " " + order);
            }
        }
        assertEquals(
                1,
                found(Selection.all().of(CertificateStatus.HELD), Inventory.Order.NEWEST_FIRST)
                        .size());
        assertEquals(COUNT, found(Selection.all(), Inventory.Order.EXPIRY).size());
    }

    @Test
    void anEmptyRegisterHasNothingToFind() throws Exception {
        try (Register empty = Register.create(
                folder.resolve("empty"), new NewWorkspace(2, "x"), Fixture.surroundings(Fixture.clock()))) {
            for (Inventory.Order order : Inventory.Order.values()) {
                empty.inventory().find(Selection.all(), order, (more, looked, all) -> {
                    assertEquals(0, more.length);
                    return true;
                });
            }
        }
    }

    @Test
    void aSearchEndsAfterTheStepInWhichNobodyWantsItAnyMore() throws Exception {
        List<Integer> steps = new ArrayList<>();
        inventory().find(Selection.all(), Inventory.Order.NEWEST_FIRST, (more, looked, all) -> {
            assertTrue(looked <= all, looked + " of " + all);
            steps.add(more.length);
            return false;
        });
        assertEquals(1, steps.size());
        assertTrue(steps.getFirst() < COUNT, "the first step is small: " + steps);
    }

    @Test
    void rowsComeInTheOrderInWhichTheyAreAskedForAndUnknownOnesAreLeftOut() throws Exception {
        List<Long> ids = found(Selection.containing("device-12"), Inventory.Order.NEWEST_FIRST);
        List<Long> asked = new ArrayList<>(ids.reversed());
        asked.add(1, Long.MAX_VALUE);
        assertEquals(
                ids.reversed(),
                inventory().rows(asked).stream().map(CertificateSummary::id).toList());
        assertEquals(List.of(), inventory().rows(List.of()));
        List<Long> tooMany =
                LongStream.rangeClosed(0, Inventory.MOST_ROWS).boxed().toList();
        assertThrows(IllegalArgumentException.class, () -> inventory().rows(tooMany));
    }
}
