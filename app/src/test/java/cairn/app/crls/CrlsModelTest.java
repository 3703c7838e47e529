package cairn.app.crls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.boot.OpenWorkspace;
import cairn.app.fx.dialog.AnsweringPicker;
import cairn.app.fx.screen.RememberingGuide;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.task.DirectTasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.session.ListBook;
import cairn.app.session.ListSigning;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.crl.CrlRecord;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.SerialNumber;
import cairn.hsm.token.Pin;
import cairn.testkit.SettableClock;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists of the authorities: how they stand, signing, files, entries, and two beside each other. */
final class CrlsModelTest {
    private static final AuthorityName ROOT = new AuthorityName("root");

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T12:00:00Z"));
    private final RememberingGuide guide = new RememberingGuide();
    private final DirectTasks tasks = new DirectTasks();
    private final AnsweringPicker files = new AnsweringPicker();

    @TempDir
    private Path folder;

    private final Deque<OpenWorkspace> open = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private CrlsModel model() throws Exception {
        OpenWorkspace made = OpenWorkspace.withAuthorities(folder.resolve("ws"), clock);
        open.push(made);
        return model(made);
    }

    private CrlsModel model(OpenWorkspace workspace) {
        CrlsModel model = new CrlsModel(
                new Crls.Tools(workspace.session(), tasks, guide, files, workspace.pins()),
                Texts.of(Language.ENGLISH, "crls"),
                clock);
        model.refresh();
        model.select("root");
        return model;
    }

    private ListBook.State state(CrlsModel model) {
        return model.book().get().orElseThrow().state(clock.instant());
    }

    private void sign(CrlsModel model, String days) {
        clock.advance(Duration.ofSeconds(2));
        model.days.value().set(days);
        model.sign();
        assertTrue(model.signing().get() instanceof ScreenState.Done, model.signing()::toString);
    }

    private void revoke(RevocationReason reason) throws Exception {
        Session session = open.getFirst().session();
        session.services().revocation().decide(RevocationOrder.Revoke.of(ROOT, issuing(session), reason));
    }

    private static SerialNumber issuing(Session session) throws Exception {
        return session.authority(new AuthorityName("issuing"))
                .certificate()
                .orElseThrow()
                .serialNumber();
    }

    @Test
    void aListIsNoneThenCurrentThenEndsSoonThenIsOver() throws Exception {
        CrlsModel model = model();
        assertEquals(ListBook.State.NONE, state(model));
        sign(model, "10");
        assertEquals(ListBook.State.CURRENT, state(model));
        clock.advance(Duration.ofDays(5));
        assertEquals(ListBook.State.SOON, state(model));
        assertEquals(
                "5 days left",
                model.leftWords(model.book().get().orElseThrow().history().getFirst()));
        assertEquals(0.5, model.left(model.book().get().orElseThrow().history().getFirst()), 0.01);
        clock.advance(Duration.ofDays(5));
        assertEquals(ListBook.State.OVER, state(model));
        assertEquals(0, model.left(model.book().get().orElseThrow().history().getFirst()));
    }

    @Test
    void aDecisionMakesTheListBehindAndTheNextOneDoesNot() throws Exception {
        CrlsModel model = model();
        sign(model, "30");
        revoke(RevocationReason.SUPERSEDED);
        model.refresh();
        assertEquals(ListBook.State.BEHIND, state(model));
        assertEquals(1, model.book().get().orElseThrow().standing().missing());
        sign(model, "30");
        assertEquals(ListBook.State.CURRENT, state(model));
        assertEquals(2, model.book().get().orElseThrow().history().size());
        assertEquals(2, guide.changes());
    }

    @Test
    void daysThatAreNoneAreRefused() throws Exception {
        CrlsModel model = model();
        for (String days : List.of("", "0", "-1", "x", "1.5")) {
            model.days.value().set(days);
            model.sign();
            assertFalse(model.days.fault().get().isEmpty(), days);
        }
        assertEquals(List.of(), tasks.acted());
    }

    @Test
    void aListIsWrittenOverAnOlderOneAndOverNothingElse() throws Exception {
        CrlsModel model = model();
        sign(model, "30");
        Path file = folder.resolve("root.crl");
        files.next(file);
        model.export(model.book().get().orElseThrow().history().getFirst(), false);
        byte[] first = Files.readAllBytes(file);
        sign(model, "30");
        files.next(file);
        model.export(model.book().get().orElseThrow().history().getFirst(), false);
        assertEquals(
                Optional.of(BigInteger.TWO),
                CertificateList.ofDer(Files.readAllBytes(file)).number());
        assertEquals(Optional.of(BigInteger.ONE), CertificateList.ofDer(first).number());
        Path other = Files.writeString(folder.resolve("notes.txt"), "mine");
        files.next(other);
        model.export(model.book().get().orElseThrow().history().getFirst(), true);
        assertEquals("I-3", model.problem().get().orElseThrow().code());
        assertEquals("mine", Files.readString(other));
    }

    @Test
    void entriesAreFoundBySerialNumberAndReason() throws Exception {
        CrlsModel model = model();
        revoke(RevocationReason.KEY_COMPROMISE);
        sign(model, "30");
        model.read(model.book().get().orElseThrow().history().getFirst());
        assertEquals(1, reading(model).entries().found());
        model.find("compromise");
        assertEquals(1, reading(model).entries().found());
        model.find(issuing(open.getFirst().session()).hex().substring(4, 12));
        assertEquals(1, reading(model).entries().shown().size());
        model.find("superseded");
        assertEquals(0, reading(model).entries().found());
        model.back();
        assertTrue(model.task().get() instanceof CrlsModel.Task.Standing);
    }

    private static CrlsModel.Task.Reading reading(CrlsModel model) {
        return (CrlsModel.Task.Reading) model.task().get();
    }

    @Test
    void twoListsAreComparedTheOlderFirstWhateverWasChosenFirst() throws Exception {
        CrlsModel model = model();
        sign(model, "30");
        revoke(RevocationReason.SUPERSEDED);
        sign(model, "30");
        List<CrlRecord> history = model.book().get().orElseThrow().history();
        model.compare(history.getFirst(), history.getLast());
        CrlsModel.Task.Comparing one = (CrlsModel.Task.Comparing) model.task().get();
        model.compare(history.getLast(), history.getFirst());
        assertEquals(one, model.task().get());
        assertEquals(1, one.difference().added().size());
        assertEquals("CRL 1 of root", one.first());
    }

    @Test
    void aListIsComparedWithAFileAndAFileThatIsNoneIsNamed() throws Exception {
        CrlsModel model = model();
        sign(model, "30");
        CrlRecord list = model.book().get().orElseThrow().history().getFirst();
        Path file = folder.resolve("old-crl.pem");
        files.next(file);
        model.export(list, true);
        files.next(file);
        model.compareFile(list);
        assertTrue(((CrlsModel.Task.Comparing) model.task().get()).difference().isEmpty());
        files.next(Files.writeString(folder.resolve("x"), "no list"));
        model.compareFile(list);
        assertEquals("C-7", model.problem().get().orElseThrow().code());
    }

    @Test
    void aWrongPinSignsNothing() throws Exception {
        OpenWorkspace made = OpenWorkspace.withAuthorities(folder.resolve("ws"), clock);
        made.close();
        OpenWorkspace again = OpenWorkspace.existing(folder.resolve("ws"), clock);
        open.push(again);
        CrlsModel model = new CrlsModel(
                new Crls.Tools(
                        again.session(), tasks, guide, files, (token, role) -> Pin.ofChars("wrong".toCharArray())),
                Texts.of(Language.ENGLISH, "crls"),
                clock);
        model.refresh();
        model.sign();
        assertEquals(
                "T-4",
                ((ScreenState.Failed<ListSigning.Signed>) model.signing().get())
                        .problem()
                        .code());
        model.refresh();
        assertEquals(List.of(), model.book().get().orElseThrow().history());
    }

    @Test
    void anAddressChoosesTheAuthority() throws Exception {
        CrlsModel model = model();
        model.select("issuing");
        model.refresh();
        assertEquals(
                "issuing", model.book().get().orElseThrow().authority().name().text());
        model.select("nobody");
        model.refresh();
        assertFalse(model.book().get().isEmpty());
    }
}
