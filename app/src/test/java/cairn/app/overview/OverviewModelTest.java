package cairn.app.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.boot.OpenWorkspace;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.RememberingGuide;
import cairn.app.fx.task.DirectTasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.ca.audit.AuthorityName;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.SerialNumber;
import cairn.testkit.SettableClock;
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

/** The overview says what is due, and where it is dealt with. */
final class OverviewModelTest {
    private static final AuthorityName ROOT = new AuthorityName("root");

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T12:00:00Z"));
    private final RememberingGuide guide = new RememberingGuide();

    @TempDir
    private Path folder;

    private final Deque<OpenWorkspace> open = new ArrayDeque<>();

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private OverviewModel.Picture picture(OpenWorkspace workspace) {
        OverviewModel model = new OverviewModel(
                workspace.session(), new DirectTasks(), guide, Texts.of(Language.ENGLISH, "overview"), clock);
        model.refresh();
        assertEquals(Optional.empty(), model.problem().get());
        return model.picture().get().orElseThrow();
    }

    private OpenWorkspace workspace() throws Exception {
        OpenWorkspace made = OpenWorkspace.withAuthorities(folder.resolve("ws"), clock);
        open.push(made);
        return made;
    }

    private void sign(OpenWorkspace workspace, AuthorityName name, int days) throws Exception {
        workspace
                .session()
                .services()
                .crls()
                .sign(
                        workspace.session().issuer(name, workspace.pins()),
                        clock.instant().plus(Duration.ofDays(days)),
                        List.of());
    }

    @Test
    void anEmptyWorkspaceSaysSo() throws Exception {
        OpenWorkspace made = OpenWorkspace.empty(folder.resolve("ws"), clock);
        open.push(made);
        assertTrue(picture(made).empty());
    }

    @Test
    void anAuthorityWithoutAListIsNamedWithThePlaceOfItsLists() throws Exception {
        OverviewModel.Picture picture = picture(workspace());
        assertEquals(
                List.of(new Address("crls", "issuing"), new Address("crls", "root")),
                picture.lines().stream()
                        .map(OverviewModel.Line::where)
                        .sorted((a, b) -> a.detail().compareTo(b.detail()))
                        .toList());
        assertTrue(picture.lines().stream().allMatch(line -> line.tone() == Tone.WARNING));
    }

    @Test
    void listsThatAreCurrentAreNotNamed() throws Exception {
        OpenWorkspace workspace = workspace();
        sign(workspace, ROOT, 30);
        sign(workspace, new AuthorityName("issuing"), 30);
        assertEquals(List.of(), picture(workspace).lines());
    }

    @Test
    void aListThatEndsSoonIsAWarningAndOneThatEndedIsBad() throws Exception {
        OpenWorkspace workspace = workspace();
        sign(workspace, ROOT, 5);
        sign(workspace, new AuthorityName("issuing"), 30);
        assertEquals(List.of(Tone.WARNING), tones(picture(workspace)));
        clock.advance(Duration.ofDays(5));
        assertEquals(List.of(Tone.BAD), tones(picture(workspace)));
    }

    @Test
    void aRevocationMakesTheListOfItsIssuerOlderThanTheRegister() throws Exception {
        OpenWorkspace workspace = workspace();
        sign(workspace, ROOT, 30);
        sign(workspace, new AuthorityName("issuing"), 30);
        SerialNumber issuing = workspace
                .session()
                .authority(new AuthorityName("issuing"))
                .certificate()
                .orElseThrow()
                .serialNumber();
        workspace
                .session()
                .services()
                .revocation()
                .decide(new RevocationOrder.Revoke(
                        ROOT, issuing, RevocationReason.SUPERSEDED, Optional.empty(), false));
        OverviewModel.Picture picture = picture(workspace);
        assertEquals(List.of(Tone.BAD), tones(picture));
        assertEquals(new Address("crls", "root"), picture.lines().getFirst().where());
        clock.advance(Duration.ofSeconds(2));
        sign(workspace, ROOT, 30);
        assertEquals(List.of(), picture(workspace).lines());
    }

    private static List<Tone> tones(OverviewModel.Picture picture) {
        return picture.lines().stream().map(OverviewModel.Line::tone).toList();
    }
}
