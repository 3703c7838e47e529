package cairn.app.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.boot.OpenWorkspace;
import cairn.app.explorer.TrustGraph.AuthorityNode;
import cairn.app.explorer.TrustGraph.Standing;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.RememberingGuide;
import cairn.app.fx.task.DirectTasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.ca.audit.AuthorityName;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.testkit.SettableClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The picture tells how it stands with each authority, and can be walked by keys. */
final class ExplorerModelTest {
    private static final AuthorityName ROOT = new AuthorityName("root");
    private static final AuthorityName ISSUING = new AuthorityName("issuing");

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T12:00:00Z"));
    private final RememberingGuide guide = new RememberingGuide();
    private final List<OpenWorkspace> open = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void openWorkspace() throws Exception {
        open.add(OpenWorkspace.withAuthorities(folder.resolve("ws"), clock));
    }

    @AfterEach
    void close() throws Exception {
        for (OpenWorkspace each : open) {
            each.close();
        }
    }

    private ExplorerModel model() {
        ExplorerModel model = new ExplorerModel(
                open.getFirst().session(), new DirectTasks(), guide, Texts.of(Language.ENGLISH, "explorer"), clock);
        model.refresh();
        assertEquals(Optional.empty(), model.problem().get());
        return model;
    }

    private static Standing standing(ExplorerModel model, String name) {
        model.choose(name);
        AuthorityNode node = (AuthorityNode) model.node().orElseThrow();
        assertEquals(name, node.title());
        return node.standing();
    }

    private void sign(AuthorityName name) throws Exception {
        open.getFirst()
                .session()
                .services()
                .crls()
                .sign(
                        open.getFirst().session().issuer(name, open.getFirst().pins()),
                        clock.instant().plus(Duration.ofDays(30)),
                        List.of());
    }

    private void revokeIssuing() throws Exception {
        open.getFirst()
                .session()
                .services()
                .revocation()
                .decide(new RevocationOrder.Revoke(
                        ROOT,
                        open.getFirst()
                                .session()
                                .authority(ISSUING)
                                .certificate()
                                .orElseThrow()
                                .serialNumber(),
                        RevocationReason.CESSATION_OF_OPERATION,
                        Optional.empty(),
                        false));
    }

    @Test
    void anAuthorityStandsAsItsCertificateAndItsListDo() throws Exception {
        assertEquals(Standing.LIST_BEHIND, standing(model(), "root"));
        sign(ROOT);
        sign(ISSUING);
        assertEquals(Standing.ACTIVE, standing(model(), "root"));
        assertEquals(Standing.ACTIVE, standing(model(), "issuing"));
        revokeIssuing();
        assertEquals(Standing.REVOKED, standing(model(), "issuing"));
        assertEquals(Standing.LIST_BEHIND, standing(model(), "root"));
        clock.advance(Duration.ofDays(31));
        assertEquals(Standing.REVOKED, standing(model(), "issuing"));
        clock.advance(Duration.ofDays(366 * 30));
        assertEquals(Standing.EXPIRED, standing(model(), "root"));
    }

    @Test
    void authoritiesAreNotCountedAmongWhatTheirIssuerIssued() {
        assertEquals(
                List.of("authority:issuing", "authority:root"),
                model().scene().get().orElseThrow().graph().nodes().stream()
                        .map(TrustGraph.Node::id)
                        .sorted()
                        .toList());
    }

    @Test
    void keysLeadUpDownAndBack() {
        ExplorerModel model = model();
        model.choose("root");
        model.step(ExplorerModel.Step.DOWN);
        assertEquals(Optional.of("authority:issuing"), model.chosen().get());
        model.step(ExplorerModel.Step.LEFT);
        assertEquals(Optional.of("authority:issuing"), model.chosen().get());
        model.step(ExplorerModel.Step.UP);
        assertEquals(Optional.of("authority:root"), model.chosen().get());
        model.open();
        assertEquals(List.of(new Address("authorities", "root")), guide.gone());
    }

    @Test
    void searchGoesFromHitToHit() {
        ExplorerModel model = model();
        assertTrue(model.search("CN="));
        Optional<String> first = model.chosen().get();
        assertTrue(model.search("cn="));
        assertFalse(first.equals(model.chosen().get()));
        assertTrue(model.search("cn="));
        assertEquals(first, model.chosen().get());
        assertFalse(model.search("nobody"));
        assertEquals(first, model.chosen().get());
    }

    @Test
    void thePictureAsSvgIsXmlWithEveryNameInIt() throws Exception {
        ExplorerModel model = model();
        byte[] svg = model.svg(model.scene().get().orElseThrow(), ink -> "#123456");
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        assertEquals("svg", document.getDocumentElement().getNodeName());
        assertTrue(document.getDocumentElement().getTextContent().contains("CN=Issuing"));
        Path file = folder.resolve("picture.svg");
        model.write(file, svg);
        assertEquals(new String(svg, StandardCharsets.UTF_8), Files.readString(file));
        model.write(file, new byte[] {1});
        assertEquals("I-3", model.problem().get().orElseThrow().code());
        assertEquals(new String(svg, StandardCharsets.UTF_8), Files.readString(file));
    }

    @Test
    void hostileNamesStayText() throws Exception {
        TrustGraph graph = new TrustGraph(
                List.of(new TrustGraph.OutsideNode(
                        "CN=</text><script>alert(1)</script>\u0001\uFFFE&\"", "k", Instant.EPOCH, Tone.BAD)),
                List.of());
        byte[] svg = model().svg(new ExplorerModel.Scene(graph, Layout.of(graph)), ink -> "#000000");
        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        assertEquals(0, document.getElementsByTagName("script").getLength());
    }
}
