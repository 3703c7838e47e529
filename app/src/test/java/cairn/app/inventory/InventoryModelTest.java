package cairn.app.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.boot.ManyCertificates;
import cairn.app.boot.OpenWorkspace;
import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.RememberingGuide;
import cairn.app.fx.table.PagedRows;
import cairn.app.fx.task.DirectTasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.session.ExportForm;
import cairn.app.session.InventoryFilter;
import cairn.app.session.InventoryFilter.Standing;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Pem;
import cairn.ca.x509.SerialNumber;
import cairn.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates are found by words and filters, described, exported, and led to where something is decided about them. */
final class InventoryModelTest {
    private static final AuthorityName ISSUING = new AuthorityName("issuing");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final SettableClock clock = SettableClock.at(NOW);
    private final RememberingGuide guide = new RememberingGuide();
    private final DirectTasks tasks = new DirectTasks();
    private final List<Path> answers = new ArrayList<>();

    @TempDir
    private Path folder;

    private Optional<OpenWorkspace> opened = Optional.empty();
    private List<SerialNumber> serials = List.of();

    @BeforeEach
    void devices() throws Exception {
        OpenWorkspace made = OpenWorkspace.withAuthorities(folder.resolve("ws"), clock);
        opened = Optional.of(made);
        serials = ManyCertificates.issue(made.session(), ISSUING, 1, 300, NOW.minus(Duration.ofDays(360)));
    }

    @AfterEach
    void close() throws Exception {
        workspace().close();
    }

    private OpenWorkspace workspace() {
        return opened.orElseThrow();
    }

    private final FilePicker files = new FilePicker() {
        @Override
        public List<Path> open(String title) {
            return List.of();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName) {
            return answers.stream().findFirst();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }
    };

    private InventoryModel model() {
        InventoryModel model = new InventoryModel(workspace().session(), tasks, guide, texts(), clock, files);
        model.open();
        return model;
    }

    private DetailsModel details() {
        return new DetailsModel(workspace().session(), tasks, guide, texts(), clock, files);
    }

    private static Texts texts() {
        return Texts.of(Language.ENGLISH, "inventory");
    }

    private static List<String> subjects(InventoryModel model) {
        assertEquals(Optional.empty(), model.table().problem().get());
        List<String> subjects = new ArrayList<>();
        PagedRows<CertificateSummary> rows = model.table().rows().get();
        for (int i = 0; i < rows.size(); i++) {
            subjects.add(rows.get(i).content().get().orElseThrow().subject());
        }
        return subjects;
    }

    private CertificateSummary row(int device) throws Exception {
        return workspace()
                .session()
                .register()
                .inventory()
                .find(ISSUING, serials.get(device - 1))
                .orElseThrow();
    }

    @Test
    void everythingIsShownWithTheNewestFirst() {
        InventoryModel model = model();
        model.search();
        List<String> subjects = subjects(model);
        assertEquals(302, subjects.size());
        assertTrue(subjects.getFirst().contains("Device-300"), subjects.getFirst());
        assertEquals(302, model.workspace().get().certificates());
        assertEquals(
                List.of("issuing", "root"),
                model.workspace().get().issuers().stream()
                        .map(AuthorityName::text)
                        .sorted()
                        .toList());
    }

    @Test
    void wordsFindSubjectNameSerialOwnerTagAndKey() throws Exception {
        workspace()
                .session()
                .register()
                .journal()
                .append(new AuditEvent.OwnerSet(ISSUING, serials.get(41), "Ann Lee", List.of("hall 7")));
        InventoryModel model = model();
        CertificateSummary wanted = row(42);
        for (String words : List.of(
                "cn=DEVICE-42",
                "device-42.example",
                wanted.serialNumber().hex(),
                "ann l",
                "HALL 7",
                wanted.publicKey().hex().substring(0, 20))) {
            model.show(words);
            assertEquals(List.of(wanted.subject()), subjects(model), words);
        }
        model.show("serial:" + wanted.serialNumber().hex());
        assertEquals(List.of(wanted.subject()), subjects(model));
        model.show("nothing is called this");
        assertEquals(List.of(), subjects(model));
    }

    @Test
    void filtersNarrowByIssuerStandingAndEnd() throws Exception {
        decide(RevocationOrder.Revoke.of(ISSUING, serials.get(4), RevocationReason.SUPERSEDED));
        decide(new RevocationOrder.Hold(ISSUING, serials.get(5)));
        clock.advance(Duration.ofDays(6));
        InventoryModel model = model();
        model.look(new InventoryFilter("", Optional.of(new AuthorityName("root")), Optional.empty(), 0));
        assertEquals(2, subjects(model).size());
        assertEquals(1, found(model, Standing.REVOKED));
        assertEquals(1, found(model, Standing.HELD));
        // Five days after the start of the year's last five days, and one day more: numbers 1 to 23 have ended by then.
        assertEquals(23 - 2, found(model, Standing.EXPIRED));
        assertEquals(302 - 23, found(model, Standing.VALID));
        model.show("expiring:1");
        assertEquals(Inventory.Order.EXPIRY, model.order().get());
        List<String> ending = subjects(model);
        assertEquals(24, ending.size());
        assertTrue(ending.getFirst().contains("Device-24,"), ending.getFirst());
    }

    private int found(InventoryModel model, Standing standing) {
        model.look(new InventoryFilter("", Optional.empty(), Optional.of(standing), 0));
        return subjects(model).size();
    }

    private void decide(RevocationOrder order) throws Exception {
        workspace().session().services().revocation().decide(order);
    }

    @Test
    void filtersWithANameAndColumnsAreKeptInTheWorkspace() {
        InventoryModel model = model();
        InventoryFilter filter = new InventoryFilter("hall", Optional.of(ISSUING), Optional.of(Standing.HELD), 0);
        model.look(filter);
        model.save(" held in the hall ");
        model.columns(List.of("standing", "serial"));
        InventoryModel later = model();
        assertEquals(
                Map.of("held in the hall", filter),
                later.workspace().get().views().filters());
        assertEquals(
                List.of("standing", "serial"), later.workspace().get().views().columns());
        later.forget("held in the hall");
        assertTrue(model().workspace().get().views().filters().isEmpty());
        assertEquals(Optional.empty(), model.problem().get());
    }

    @Test
    void ownerAndTagsAreRecordedAndFoundAtOnce() throws Exception {
        DetailsModel details = details();
        details.choose(List.of(row(7)));
        details.assign(" Ann ", "a, b,, ");
        assertEquals(Optional.empty(), details.problem().get());
        assertEquals("Ann", row(7).owner());
        assertEquals(List.of("a", "b"), row(7).tags());
        assertEquals("Ann", details.shown().get().orElseThrow().row().owner());
        assertEquals(1, guide.changes());
        details.assign("Ann", "a, b");
        assertEquals(1, guide.changes(), "nothing new is recorded");
        details.assign("x".repeat(201), "");
        assertEquals("I-8", details.problem().get().orElseThrow().code());
    }

    @Test
    void aCertificateIsExportedAloneAndWithItsChain() throws Exception {
        DetailsModel details = details();
        details.choose(List.of(row(7)));
        assertEquals(
                List.of("CN=Issuing", "CN=Root"),
                details.shown().get().orElseThrow().chain());
        Path file = folder.resolve("out");
        answers.add(file);
        details.export(ExportForm.pem);
        details.export(ExportForm.der);
        assertEquals(serials.get(6), Certificate.ofDer(Files.readAllBytes(file)).serialNumber());
        details.export(ExportForm.chain);
        assertEquals(3, Pem.read(Files.readAllBytes(file)).size());
        assertEquals(Optional.empty(), details.problem().get());
        assertEquals(3, guide.told().size());
    }

    @Test
    void whatIsSelectedIsLedToWhereItIsDecidedOrInspected() throws Exception {
        DetailsModel details = details();
        details.choose(List.of(row(1), row(2)));
        String both =
                "issuing:" + serials.get(0).hex() + ",issuing:" + serials.get(1).hex();
        details.decide(DetailsModel.Decision.REVOKE);
        details.decide(DetailsModel.Decision.HOLD);
        details.decide(DetailsModel.Decision.RELEASE);
        details.choose(List.of(row(3)));
        details.inspect();
        assertEquals(
                List.of(
                        new Address("revoke", both),
                        new Address("revoke", "hold " + both),
                        new Address("revoke", "release " + both),
                        new Address(
                                "inspect",
                                "certificate:issuing:" + serials.get(2).hex())),
                guide.gone());
    }

    @Test
    void theListIsWrittenAsATableThatNoSpreadsheetTakesForFormulas() throws Exception {
        workspace()
                .session()
                .register()
                .journal()
                .append(new AuditEvent.OwnerSet(ISSUING, serials.get(41), "=1+1", List.of("a \"b\"", "-c")));
        InventoryModel model = model();
        model.show("device-42");
        Path file = folder.resolve("list.csv");
        answers.add(file);
        model.csv();
        assertEquals(Optional.empty(), model.problem().get());
        List<String> lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        assertEquals("\"issuer\",\"serialNumber\",\"subject\"", lines.getFirst().substring(0, 33));
        assertTrue(lines.getLast().contains("\"'=1+1\",\"a \"\"b\"\", -c\""), lines.getLast());
        assertTrue(lines.getLast().contains(serials.get(41).hex()), lines.getLast());
        try (Stream<Path> left = Files.list(folder)) {
            assertFalse(left.anyMatch(each -> each.toString().endsWith(".part")));
        }
        model.look(InventoryFilter.ALL);
        model.csv();
        assertEquals(303, Files.readAllLines(file).size(), "the dialog asked whether the file may go");
    }
}
