package cairn.app.revoke;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.boot.ManyCertificates;
import cairn.app.boot.OpenWorkspace;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.RememberingGuide;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.task.DirectTasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.revocation.RevocationResult;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.SerialNumber;
import cairn.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is recorded before a person read what stops working and confirmed it. */
final class RevokeModelTest {
    private static final AuthorityName ISSUING = new AuthorityName("issuing");
    private static final AuthorityName ROOT = new AuthorityName("root");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final SettableClock clock = SettableClock.at(NOW);
    private final RememberingGuide guide = new RememberingGuide();

    @TempDir
    private Path folder;

    private Optional<OpenWorkspace> opened = Optional.empty();
    private List<SerialNumber> serials = List.of();
    private Optional<RevokeModel> made = Optional.empty();

    @BeforeEach
    void devices() throws Exception {
        OpenWorkspace workspace = OpenWorkspace.withAuthorities(folder.resolve("ws"), clock);
        opened = Optional.of(workspace);
        serials = ManyCertificates.issue(workspace.session(), ISSUING, 1, 5, NOW.minus(Duration.ofDays(10)));
        made = Optional.of(
                new RevokeModel(workspace.session(), new DirectTasks(), guide, Texts.of(Language.ENGLISH, "revoke")));
    }

    @AfterEach
    void close() throws Exception {
        workspace().close();
    }

    private OpenWorkspace workspace() {
        return opened.orElseThrow();
    }

    private RevokeModel model() {
        return made.orElseThrow();
    }

    private CertificateSummary row(int device) throws Exception {
        return workspace()
                .session()
                .register()
                .inventory()
                .find(ISSUING, serials.get(device - 1))
                .orElseThrow();
    }

    private Plan confirming() {
        return model().state().get() instanceof ScreenState.Confirming<Plan>(Plan plan) ? plan : fail();
    }

    private Plan fail() {
        throw new AssertionError("there is no plan: " + model().state().get());
    }

    private Plan done() {
        return model().state().get() instanceof ScreenState.Done<Plan>(Plan plan) ? plan : fail();
    }

    private String code() {
        return model().state().get() instanceof ScreenState.Failed<Plan>(var problem)
                ? problem.code()
                : "" + model().state().get();
    }

    @Test
    void nothingIsRecordedBeforeItIsConfirmed() throws Exception {
        model().certificates().value().set(serials.get(0).hex());
        model().check();
        assertEquals(1, confirming().radius().falling().size());
        assertEquals(CertificateStatus.VALID, row(1).status());
        model().back();
        model().confirm();
        assertEquals(CertificateStatus.VALID, row(1).status());
        assertEquals(0, guide.changes());
        assertEquals(List.of(), guide.told());
    }

    @Test
    void whatIsConfirmedIsRecordedAndTheIssuersListIsSaidToBeOlder() throws Exception {
        model().certificates()
                .value()
                .set(serials.get(0).hex() + ", issuing:" + serials.get(1).hex());
        model().reason().set(RevocationReason.SUPERSEDED);
        model().invalidSince().value().set("2026-11-20");
        model().check();
        model().confirm();
        assertEquals(2, done().results().size());
        assertEquals("superseded", row(1).revoked().orElseThrow().reason());
        assertEquals(CertificateStatus.REVOKED, row(2).status());
        assertEquals(
                Optional.of(Instant.parse("2026-11-20T00:00:00Z")),
                workspace()
                        .session()
                        .register()
                        .revocations()
                        .find(ISSUING, serials.get(0))
                        .orElseThrow()
                        .invalidityDate());
        assertEquals(1, guide.changes());
        Notice notice = guide.told().getFirst();
        assertTrue(notice.stays());
        assertEquals(Optional.of(new Address("crls", "issuing")), notice.where());
        assertTrue(notice.headline().contains("issuing"), notice.headline());
    }

    @Test
    void anAuthorityFallsWithAllThatStandsOnIt() throws Exception {
        SerialNumber authority = workspace()
                .session()
                .authority(ISSUING)
                .certificate()
                .orElseThrow()
                .serialNumber();
        model().show("root:" + authority.hex());
        model().check();
        Plan plan = confirming();
        assertEquals(List.of(ISSUING), plan.radius().falling().getFirst().below());
        assertEquals(5, plan.radius().validBelow());
        model().confirm();
        assertEquals(List.of(ROOT), done().issuers());
    }

    @Test
    void aCompromiseBlocksTheKeyUnlessAPersonSaysOtherwise() throws Exception {
        for (int device = 1; device <= 2; device++) {
            model().again();
            model().certificates().value().set(serials.get(device - 1).hex());
            model().reason().set(RevocationReason.KEY_COMPROMISE);
            model().keepKey().set(device == 2);
            model().check();
            assertEquals(device == 1, confirming().decision().blocksKeys());
            model().confirm();
            assertEquals(
                    device == 1,
                    workspace()
                            .session()
                            .register()
                            .revocations()
                            .isBlocked(row(device).publicKey()));
        }
    }

    @Test
    void aHoldIsReleasedAndARevocationIsNot() throws Exception {
        String name = "issuing:" + serials.get(0).hex();
        model().show("hold " + name);
        model().check();
        model().confirm();
        assertEquals(CertificateStatus.HELD, row(1).status());
        model().show("release " + name);
        model().check();
        model().confirm();
        assertEquals(CertificateStatus.VALID, row(1).status());
        model().show(name);
        model().check();
        model().confirm();
        model().show("release " + name);
        model().check();
        assertEquals(1, confirming().radius().staying().size());
        model().confirm();
        assertInstanceOf(ScreenState.Confirming.class, model().state().get());
        assertEquals(CertificateStatus.REVOKED, row(1).status());
    }

    @Test
    void oneThatIsRefusedStopsNoOther() throws Exception {
        model().show("hold issuing:" + serials.get(0).hex());
        model().check();
        model().confirm();
        model().show("hold issuing:" + serials.get(0).hex() + ",issuing:"
                + serials.get(1).hex());
        model().check();
        assertEquals(1, confirming().radius().falling().size());
        model().confirm();
        assertInstanceOf(RevocationResult.Refused.class, done().results().get(0));
        assertInstanceOf(RevocationResult.Recorded.class, done().results().get(1));
    }

    @Test
    void certificatesAreNamedByFilesAndByPem() throws Exception {
        List<Certificate> first = List.of(certificate(1));
        List<Certificate> second = List.of(certificate(2), certificate(3));
        Path one = Files.write(folder.resolve("one.pem"), CertificateFiles.pem(first));
        model().add(List.of(one));
        assertEquals("issuing:" + serials.get(0).hex(), model().certificates().text());
        String typed =
                Files.write(folder.resolve("der"), certificate(4).encoded()).toString();
        String pem = new String(CertificateFiles.pem(second), StandardCharsets.US_ASCII);
        model().certificates()
                .value()
                .set(typed + "\n" + pem + "\n" + serials.get(0).hex());
        model().check();
        assertEquals(4, confirming().radius().falling().size());
    }

    private Certificate certificate(int device) throws Exception {
        return workspace()
                .session()
                .register()
                .certificates()
                .find(ISSUING, serials.get(device - 1))
                .orElseThrow();
    }

    @Test
    void whatNamesNoCertificateIsSaid() throws Exception {
        model().check();
        assertFalse(model().certificates().fault().get().isEmpty());
        model().certificates().value().set("no serial");
        model().check();
        assertEquals("R-1", code());
        model().certificates().value().set("abcdef");
        model().check();
        assertEquals("E-1", code());
        Path text = Files.writeString(folder.resolve("text"), "nothing");
        model().add(List.of(text));
        assertEquals("I-1", code());
        model().certificates().value().set("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        model().check();
        assertEquals("I-1", code());
        model().certificates().value().set(serials.get(0).hex());
        model().invalidSince().value().set("yesterday");
        model().check();
        assertFalse(model().invalidSince().fault().get().isEmpty());
        assertEquals("I-1", code(), "nothing was looked at");
    }
}
