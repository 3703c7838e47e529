package cairn.app.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.boot.MadeRequests;
import cairn.app.boot.OpenWorkspace;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.RememberingGuide;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.task.DirectTasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.problem.Problem;
import cairn.app.session.IssueRun;
import cairn.app.session.LookedAtRequest;
import cairn.ca.issuance.Preview;
import cairn.ca.profile.Comparison;
import cairn.ca.profile.Profile;
import cairn.ca.x509.Pem;
import cairn.ca.x509.Verdict;
import cairn.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of requests before anything is signed, and what signing makes of them. */
final class IssueModelTest {
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T12:00:00Z"));
    private final RememberingGuide guide = new RememberingGuide();

    @TempDir
    private Path folder;

    private OpenWorkspace workspace;
    private IssueModel model;

    @BeforeEach
    void open() throws Exception {
        workspace = OpenWorkspace.withAuthorities(folder.resolve("ws"), clock);
        model = new IssueModel(
                new IssueTools(workspace.session(), new DirectTasks(), guide, workspace.pins(), clock),
                Texts.of(Language.ENGLISH, "issue"));
        model.refresh("");
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        workspace.close();
    }

    private void choose(String name) {
        model.offer()
                .choose(model.offer().profiles().stream()
                        .filter(profile -> profile.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    private Preview preview() {
        return assertInstanceOf(
                        Foresight.View.Seen.class, model.foresight().view().get())
                .preview();
    }

    private Outcome outcome() {
        model.issue();
        assertEquals(Optional.empty(), model.problem().get());
        ScreenState<Outcome> state = model.state().get();
        return assertInstanceOf(Outcome.class, state instanceof ScreenState.Done<Outcome>(var result) ? result : state);
    }

    private long certificates() throws Exception {
        return workspace.session().register().inventory().counts().values().stream()
                .flatMap(each -> each.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    @Test
    void theOnlyIssuingAuthorityIsChosenAndRootsAreNoProfiles() {
        assertEquals(
                "issuing", model.offer().authority().get().orElseThrow().name().text());
        assertTrue(model.offer().profiles().stream().noneMatch(Profile::isSelfSigned));
        model.refresh("root");
        assertEquals(
                "root", model.offer().authority().get().orElseThrow().name().text());
    }

    @Test
    void theDifferenceIsShownBeforeAnythingIsRecorded() throws Exception {
        long before = certificates();
        model.add(List.of(MadeRequests.in(folder, "device-1")));
        assertInstanceOf(Foresight.View.Unchosen.class, model.foresight().view().get());
        choose("tls-client");
        Preview preview = preview();
        assertTrue(preview.isIssuable(), preview.toString());
        assertTrue(preview.comparison().lines().stream().anyMatch(line -> line.change() == Comparison.Change.ADDED));
        assertEquals(before, certificates());
        assertTrue(model.canIssue().get());
    }

    @Test
    void whatIsSetIsSeenAtOnceAndWhatTheProfileForbidsIsRefused() throws Exception {
        model.add(List.of(MadeRequests.in(folder, "device-1")));
        choose("tls-client");
        Terms terms = model.offer().terms().get().orElseThrow();
        terms.subject().value().set("CN=another");
        assertEquals(
                "CN=another", preview().certificate().orElseThrow().subject().toString());
        terms.days().value().set("none");
        assertFalse(terms.check());
        model.issue();
        assertInstanceOf(ScreenState.Editing.class, model.state().get());
        choose("tls-server");
        assertFalse(preview().comparison().isAccepted(), "a server without a name");
        assertTrue(preview().certificate().isEmpty());
    }

    @Test
    void aBrokenRequestIsRefusedWithItsRule() throws Exception {
        model.add(List.of(MadeRequests.brokenIn(folder, "broken")));
        LookedAtRequest row = model.requests().getFirst();
        assertEquals(Verdict.REJECT, row.verdict());
        assertEquals("possession.signature", row.findings().getFirst().code());
        choose("tls-client");
        assertFalse(model.canIssue().get());
    }

    @Test
    void whatIsIssuedLiesInItsFileAndLeavesTheList() throws Exception {
        Path request = MadeRequests.in(folder, "device-1");
        model.add(List.of(request, MadeRequests.brokenIn(folder, "broken")));
        choose("tls-client");
        Outcome outcome = outcome();
        IssueRun.Line.Written written = outcome.written().getFirst();
        assertEquals(folder.resolve("device-1.pem"), written.file());
        assertTrue(Files.exists(written.file()));
        assertEquals("Q-1", outcome.failed().getFirst().problem().code());
        assertEquals(1, guide.changes());
        assertEquals(Tone.WARNING, guide.told().getFirst().tone());
        model.inspect(written, outcome);
        model.inventory(written);
        String serial = written.certificate().serialNumber().hex();
        assertEquals(
                List.of(
                        new Address("inspect", "certificate:issuing:" + serial),
                        new Address("inventory", "serial:" + serial)),
                guide.gone());
        model.reopen();
        assertEquals(
                List.of("broken.csr"),
                model.requests().stream()
                        .map(row -> row.file().getFileName().toString())
                        .toList());
    }

    @Test
    void aFileThatWasChangedAfterItWasShownIsNotSigned() throws Exception {
        Path request = MadeRequests.in(folder, "device-1");
        model.add(List.of(request));
        choose("tls-client");
        long before = certificates();
        MadeRequests.in(folder, "device-1");
        Problem why = outcome().failed().getFirst().problem();
        assertEquals("I-12", why.code());
        assertEquals(before, certificates());
    }

    @Test
    void aPastedRequestNeedsAFolderAndGoesThere() throws Exception {
        byte[] request = Files.readAllBytes(MadeRequests.in(folder, "device-1"));
        model.paste("Dear Sir,\n" + Pem.write("CERTIFICATE REQUEST", request) + "Yours");
        choose("tls-client");
        assertTrue(model.needsFolder().get());
        assertFalse(model.canIssue().get());
        Path target = folder.resolve("out");
        model.folder().set(Optional.of(target));
        assertTrue(model.canIssue().get());
        assertEquals(
                target.resolve("pasted-1.pem"), outcome().written().getFirst().file());
        model.paste("nothing");
        assertEquals("I-13", model.problem().get().orElseThrow().code());
    }

    @Test
    void aCertificateIsExportedWithItsChainInTheFormOfTheFilesName() throws Exception {
        model.add(List.of(MadeRequests.in(folder, "device-1")));
        choose("tls-client");
        Outcome outcome = outcome();
        Path chain = folder.resolve("chain.pem");
        model.export(outcome.written().getFirst(), outcome, chain);
        assertEquals(3, Pem.read(Files.readAllBytes(chain)).size());
        Path again = folder.resolve("chain.p7b");
        model.export(outcome.written().getFirst(), outcome, again);
        assertEquals(0x30, Files.readAllBytes(again)[0]);
        model.export(outcome.written().getFirst(), outcome, again);
        assertTrue(model.problem().get().isPresent(), "nothing is overwritten silently");
    }
}
