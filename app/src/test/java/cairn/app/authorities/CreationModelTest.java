package cairn.app.authorities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.boot.OpenWorkspace;
import cairn.app.fx.dialog.AnsweringPicker;
import cairn.app.fx.form.Field;
import cairn.app.fx.screen.RememberingGuide;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.task.DirectTasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.profile.Profile;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.KeyType;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An authority is filled in, checked, confirmed and made; every fault is said before there is a key. */
final class CreationModelTest {
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

    private Session session() {
        return open.getFirst().session();
    }

    private CreationModel model(NewKind kind, Optional<AuthorityName> parent, PinSource pins) {
        CreationModel model = new CreationModel(
                new Authorities.Tools(session(), tasks, guide, files, pins),
                Texts.of(Language.ENGLISH, "authorities"),
                kind,
                parent);
        model.open();
        return model;
    }

    private CreationModel root() throws Exception {
        OpenWorkspace made = OpenWorkspace.empty(folder.resolve("ws"), clock);
        open.push(made);
        made.addToken("soft");
        CreationModel model = model(NewKind.ROOT, Optional.empty(), made.pins());
        model.input.name.value().set("root");
        model.input.subject.commonName.value().set("The Root");
        model.input.keyType.set(KeyType.EC_P256);
        return model;
    }

    private CreationModel below() throws Exception {
        OpenWorkspace made = OpenWorkspace.withAuthorities(folder.resolve("ws"), clock);
        open.push(made);
        CreationModel model = model(NewKind.INTERMEDIATE, Optional.of(new AuthorityName("root")), made.pins());
        model.input.name.value().set("below");
        model.input.subject.commonName.value().set("Below");
        model.input.keyType.set(KeyType.EC_P256);
        return model;
    }

    private List<String> names() throws Exception {
        return session().register().authorities().all().stream()
                .map(each -> each.name().text())
                .toList();
    }

    @Test
    void aRootIsMadeOnlyAfterItsSummary() throws Exception {
        CreationModel model = root();
        model.input.days.value().set("1000");
        model.check();
        CreationModel.Outcome plan =
                ((ScreenState.Confirming<CreationModel.Outcome>) model.state().get()).plan();
        assertTrue(plan.facts().stream().anyMatch(fact -> fact.value().equals("1,000 days")), plan.facts()::toString);
        assertEquals(List.of(), names());
        model.make();
        assertEquals(List.of("root"), names());
        CreationModel.Outcome made =
                ((ScreenState.Done<CreationModel.Outcome>) model.state().get()).result();
        Certificate certificate = made.made().flatMap(Authority::certificate).orElseThrow();
        assertEquals("CN=The Root", certificate.subject().toString());
        assertEquals(
                Duration.ofDays(1000),
                Duration.between(
                                certificate.validity().notBefore(),
                                certificate.validity().notAfter())
                        .plusSeconds(1));
        assertEquals(1, guide.changes());
    }

    @Test
    void allFaultsAreSaidAtOnce() throws Exception {
        CreationModel model = root();
        model.input.name.value().set("Not A Name");
        model.input.subject.commonName.value().set(" ");
        model.input.subject.country.value().set("Germany");
        model.input.days.value().set("0");
        model.input.pathLength.value().set("-1");
        model.check();
        for (Field field : List.of(
                model.input.name,
                model.input.subject.commonName,
                model.input.subject.country,
                model.input.days,
                model.input.pathLength)) {
            assertFalse(field.fault().get().isEmpty());
        }
        assertTrue(model.state().get() instanceof ScreenState.Editing, model.state()::toString);
        assertEquals(List.of(), tasks.acted());
    }

    @Test
    void aNameThatIsTakenIsSaid() throws Exception {
        CreationModel model = below();
        model.input.name.value().set("root");
        model.check();
        assertTrue(model.input.name.fault().get().contains("root"));
    }

    @Test
    void theSubjectIsComposedWithItsSpecialCharactersEscaped() throws Exception {
        SubjectFields fields = root().input.subject;
        fields.commonName.value().set("#1, the <Root>");
        fields.organization.value().set(" Example+Sons ");
        fields.unit.value().set("a\\b");
        fields.country.value().set("de");
        assertEquals(
                "CN=\\#1\\, the \\<Root\\>,OU=a\\\\b,O=Example\\+Sons,C=DE",
                fields.text().get());
        assertEquals(Optional.of("#1, the <Root>"), fields.name().orElseThrow().commonName());
    }

    @Test
    void aSubjectThatAnotherHasMustBeMeant() throws Exception {
        CreationModel model = below();
        model.input.subject.commonName.value().set("issuing");
        assertEquals(Optional.of(new AuthorityName("issuing")), model.input.twin());
        model.check();
        assertTrue(model.state().get() instanceof ScreenState.Editing, model.state()::toString);
        model.input.sameSubject.set(true);
        model.check();
        model.make();
        assertTrue(names().contains("below"));
    }

    @Test
    void onlyWhatTheTokenOffersIsLeftAfterTheLogin() throws Exception {
        CreationModel model = root();
        int before = model.input.keyTypes().size();
        model.check();
        Set<KeyType> offered = session()
                .loggedIn(session().directory().get("soft"))
                .orElseThrow()
                .offers();
        assertEquals(offered.size(), model.input.keyTypes().size());
        assertTrue(before >= offered.size());
    }

    @Test
    void anIntermediateThatItsParentMayNotHaveIsRefusedBeforeThereIsAKey() throws Exception {
        CreationModel first = below();
        CreationModel model = model(
                NewKind.INTERMEDIATE,
                Optional.of(new AuthorityName("issuing")),
                open.getFirst().pins());
        model.input.name.value().set("deeper");
        model.input.subject.commonName.value().set("Deeper");
        model.input.keyType.set(KeyType.EC_P256);
        model.check();
        assertTrue(model.state().get() instanceof ScreenState.Failed, model.state()::toString);
        assertEquals(List.of("root", "issuing"), names());
        first.check();
        first.make();
        assertTrue(names().contains("below"));
    }

    @Test
    void aWrongPinIsSaidAndNothingIsMade() throws Exception {
        root();
        CreationModel model =
                model(NewKind.ROOT, Optional.empty(), (token, role) -> Pin.ofChars("wrong".toCharArray()));
        model.input.name.value().set("root");
        model.input.subject.commonName.value().set("The Root");
        model.check();
        Problem problem =
                ((ScreenState.Failed<CreationModel.Outcome>) model.state().get()).problem();
        assertEquals("T-4", problem.code());
        assertEquals(List.of(), names());
        assertFalse(model.isResumable());
        assertEquals("root", model.input.name.text());
    }

    @Test
    void aCreationThatWasInterruptedIsGoneOnWith() throws Exception {
        CreationModel model = root();
        KeyStoreToken token = session()
                .token(session().directory().get("soft"), open.getFirst().pins());
        session()
                .register()
                .authorities()
                .record(new AuditEvent.KeyGenerationStarted(
                        token.identity().label(), token.identity().serialNumber(), KeyType.EC_P256.word(), "root"));
        token.generate(KeyType.EC_P256, "root");
        model.check();
        model.make();
        assertTrue(model.isResumable(), model.state()::toString);
        model.resume();
        model.make();
        assertEquals(List.of("root"), names());
        assertEquals(1, token.keys().size());
    }

    @Test
    void aVariableThatTheProfileNeedsIsAskedFor() throws Exception {
        CreationModel model = below();
        Profile shape = model.input.profiles().stream()
                .filter(each -> each.variables().stream()
                        .anyMatch(variable -> variable.name().equals("crl-url")))
                .findFirst()
                .orElseThrow();
        model.input.profile.set(shape);
        Field address = model.input.variables.entrySet().stream()
                .filter(each -> each.getKey().name().equals("crl-url"))
                .findFirst()
                .orElseThrow()
                .getValue();
        address.value().set("http://crl.example/root.crl");
        model.check();
        model.make();
        Certificate made =
                session().authority(new AuthorityName("below")).certificate().orElseThrow();
        assertTrue(new String(made.encoded(), StandardCharsets.ISO_8859_1).contains("http://crl.example/root.crl"));
    }

    @Test
    void aRequestIsNotWrittenOverAFile() throws Exception {
        root();
        CreationModel model =
                model(NewKind.REQUEST, Optional.empty(), open.getFirst().pins());
        model.input.name.value().set("out");
        model.input.subject.commonName.value().set("Out");
        Path file = Files.writeString(folder.resolve("here"), "mine");
        files.next(file);
        model.check();
        assertEquals(
                "I-3",
                ((ScreenState.Failed<CreationModel.Outcome>) model.state().get())
                        .problem()
                        .code());
        assertEquals("mine", Files.readString(file));
        assertEquals(List.of(), names());
    }
}
