package cairn.app.authorities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.boot.OpenWorkspace;
import cairn.app.fx.dialog.AnsweringPicker;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.RememberingGuide;
import cairn.app.fx.task.DirectTasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.session.AuthorityDetails;
import cairn.app.session.ExportForm;
import cairn.app.session.Hierarchy;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.signing.KeyAttributes;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.KeyType;
import cairn.testkit.SettableClock;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hierarchy, what is known of an authority, and what is done with one. */
final class AuthoritiesModelTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final SettableClock clock = SettableClock.at(NOW);
    private final RememberingGuide guide = new RememberingGuide();
    private final DirectTasks tasks = new DirectTasks();
    private final AnsweringPicker files = new AnsweringPicker();

    @TempDir
    private Path folder;

    private @Nullable OpenWorkspace open;

    @AfterEach
    void close() throws Exception {
        if (open != null) {
            open.close();
        }
    }

    private OpenWorkspace workspace() throws Exception {
        OpenWorkspace made = OpenWorkspace.withAuthorities(folder.resolve("ws"), clock);
        open = made;
        return made;
    }

    private AuthoritiesModel model(OpenWorkspace workspace) {
        return new AuthoritiesModel(
                new Authorities.Tools(workspace.session(), tasks, guide, files, workspace.pins()),
                Texts.of(Language.ENGLISH, "authorities"),
                clock);
    }

    private AuthoritiesModel opened() throws Exception {
        AuthoritiesModel model = model(workspace());
        model.refresh();
        assertEquals(Optional.empty(), model.problem().get());
        return model;
    }

    private static Hierarchy.Condition condition(AuthoritiesModel model, String name) {
        return model.hierarchy()
                .get()
                .flatMap(all -> all.find(name))
                .orElseThrow()
                .condition();
    }

    @Test
    void theHierarchyHasTheIntermediateBelowTheRoot() throws Exception {
        Hierarchy hierarchy = opened().hierarchy().get().orElseThrow();
        assertEquals(
                List.of("root"),
                hierarchy.tops().stream().map(member -> member.name().text()).toList());
        assertEquals(
                List.of("issuing"),
                hierarchy.below(new AuthorityName("root")).stream()
                        .map(member -> member.name().text())
                        .toList());
        assertEquals(
                "soft",
                hierarchy.find("root").orElseThrow().token().orElseThrow().name());
    }

    @Test
    void detailsSayLimitsCountsChainAndWhatTheTokenSaidOfTheKey() throws Exception {
        AuthoritiesModel model = opened();
        model.visit("issuing");
        AuthorityDetails details = model.details().get().orElseThrow();
        assertEquals(Optional.of(BigInteger.ZERO), details.limits().pathLength());
        assertEquals(2, details.chain().size());
        assertEquals(Optional.empty(), details.latest());
        assertEquals(
                KeyAttributes.Answer.TRUE,
                model.attributes().get().orElseThrow().local());
        model.visit("root");
        assertEquals(
                Map.of(CertificateStatus.VALID, 2L),
                model.details().get().orElseThrow().counts());
    }

    @Test
    void theTokenIsAskedOnRequest() throws Exception {
        AuthoritiesModel model = opened();
        model.askToken(model.details().get().orElseThrow().member().authority());
        assertEquals(
                KeyAttributes.Answer.FALSE,
                model.attributes().get().orElseThrow().extractable());
        assertTrue(tasks.acted().getLast().contains("root"));
    }

    @Test
    void aRevokedCertificateShowsAtItsAuthority() throws Exception {
        AuthoritiesModel model = opened();
        assertEquals(Hierarchy.Condition.ACTIVE, condition(model, "issuing"));
        Session session = openWorkspace().session();
        session.services()
                .revocation()
                .decide(RevocationOrder.Revoke.of(
                        new AuthorityName("root"),
                        session.authority(new AuthorityName("issuing"))
                                .certificate()
                                .orElseThrow()
                                .serialNumber(),
                        RevocationReason.SUPERSEDED));
        model.refresh();
        assertEquals(Hierarchy.Condition.REVOKED, condition(model, "issuing"));
    }

    private OpenWorkspace openWorkspace() {
        OpenWorkspace known = open;
        if (known == null) {
            throw new IllegalStateException("no workspace is open");
        }
        return known;
    }

    @Test
    void anAuthorityWhoseTimeIsOverIsExpired() throws Exception {
        AuthoritiesModel model = opened();
        clock.advance(Duration.ofDays(4000));
        model.refresh();
        assertEquals(Hierarchy.Condition.EXPIRED, condition(model, "issuing"));
        assertEquals(Hierarchy.Condition.ACTIVE, condition(model, "root"));
    }

    @Test
    void retiringNeedsAReason() throws Exception {
        AuthoritiesModel model = opened();
        model.retire(new AuthorityName("issuing"));
        AuthorityTask.Retiring retiring = (AuthorityTask.Retiring) model.task().get();
        model.takeOut(retiring);
        assertEquals(Hierarchy.Condition.ACTIVE, condition(model, "issuing"));
        assertFalse(retiring.why().fault().get().isEmpty());
        retiring.why().value().set("replaced by issuing-2");
        model.takeOut(retiring);
        assertEquals(Hierarchy.Condition.RETIRED, condition(model, "issuing"));
        assertEquals(1, guide.changes());
        assertTrue(model.task().get() instanceof AuthorityTask.Looking);
    }

    @Test
    void aChainIsExportedAndNothingIsOverwritten() throws Exception {
        AuthoritiesModel model = opened();
        Path file = folder.resolve("chain.pem");
        files.next(file);
        model.write(new AuthorityName("issuing"), ExportForm.chain, new char[0]);
        assertEquals(2, Files.readString(file).split("BEGIN CERTIFICATE", -1).length - 1);
        files.next(file);
        model.write(new AuthorityName("root"), ExportForm.chain, new char[0]);
        assertEquals("I-3", model.problem().get().orElseThrow().code());
        assertEquals(2, Files.readString(file).split("BEGIN CERTIFICATE", -1).length - 1);
    }

    @Test
    void thePasswordOfATrustStoreIsWiped() throws Exception {
        AuthoritiesModel model = opened();
        Path file = folder.resolve("trust.p12");
        char[] password = "correct horse".toCharArray();
        files.next(file);
        model.write(new AuthorityName("issuing"), ExportForm.p12, password);
        assertTrue(Files.size(file) > 0);
        assertEquals("\0".repeat(password.length), new String(password));
        char[] unused = "another".toCharArray();
        model.write(new AuthorityName("issuing"), ExportForm.p12, unused);
        assertEquals("\0".repeat(unused.length), new String(unused));
    }

    @Test
    void anOutsideCertificateThatDoesNotFitIsRefused() throws Exception {
        OpenWorkspace workspace = workspace();
        AuthoritiesModel model = model(workspace);
        Path request = folder.resolve("out.csr");
        files.next(request);
        CreationModel creation = new CreationModel(
                new Authorities.Tools(workspace.session(), tasks, guide, files, workspace.pins()),
                Texts.of(Language.ENGLISH, "authorities"),
                NewKind.REQUEST,
                Optional.empty());
        creation.open();
        creation.input.name.value().set("out");
        creation.input.subject.commonName.value().set("Out");
        creation.input.keyType.set(KeyType.EC_P256);
        creation.check();
        creation.make();
        assertTrue(Files.readString(request).contains("BEGIN CERTIFICATE REQUEST"));
        model.refresh();
        assertEquals(Hierarchy.Condition.REQUESTED, condition(model, "out"));
        Path again = folder.resolve("again.csr");
        files.next(again);
        model.writeRequest(new AuthorityName("out"));
        assertEquals(Files.readString(request), Files.readString(again));
        Path chain = folder.resolve("chain.pem");
        files.next(chain);
        model.write(new AuthorityName("root"), ExportForm.chain, new char[0]);
        model.accept(new AuthorityName("out"));
        AuthorityTask.Accepting accepting =
                (AuthorityTask.Accepting) model.task().get();
        accepting.files().certificate().set(Optional.of(chain));
        accepting.files().chain().set(Optional.of(chain));
        model.takeIn(accepting);
        assertEquals("A-6", model.problem().get().orElseThrow().code());
        assertEquals(Hierarchy.Condition.REQUESTED, condition(model, "out"));
    }

    @Test
    void aCertificateIsInspectedUnderItsIssuersName() throws Exception {
        AuthoritiesModel model = opened();
        Authority issuing = openWorkspace().session().authority(new AuthorityName("issuing"));
        Address where =
                AuthoritiesModel.inspection(issuing, issuing.certificate().orElseThrow());
        model.go(where);
        assertTrue(guide.gone().getFirst().detail().startsWith("certificate:root:"));
    }

    @Test
    void aNewKeyUnderTheOldNameIsAnotherAuthorityWithTheSameSubject() throws Exception {
        AuthoritiesModel model = opened();
        Authority issuing = openWorkspace().session().authority(new AuthorityName("issuing"));
        model.rekey(issuing, issuing.certificate().orElseThrow().subject());
        CreationModel creation = ((AuthorityTask.Creating) model.task().get()).model();
        assertEquals("issuing-2", creation.input.name.text());
        creation.input.keyType.set(KeyType.EC_P256);
        creation.check();
        creation.make();
        Certificate fresh = openWorkspace()
                .session()
                .authority(new AuthorityName("issuing-2"))
                .certificate()
                .orElseThrow();
        assertEquals(issuing.certificate().orElseThrow().subject(), fresh.subject());
        assertFalse(issuing.certificate().orElseThrow().publicKey().equals(fresh.publicKey()));
        model.look(new AuthorityName("issuing-2"));
        model.rekey(issuing, fresh.subject());
        assertEquals(
                "issuing-3",
                ((AuthorityTask.Creating) model.task().get()).model().input.name.text());
    }
}
