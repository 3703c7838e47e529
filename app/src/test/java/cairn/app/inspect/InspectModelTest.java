package cairn.app.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.boot.OpenWorkspace;
import cairn.app.fx.screen.RememberingGuide;
import cairn.app.fx.task.DirectTasks;
import cairn.app.fx.text.Language;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.session.Inspected;
import cairn.app.session.Trust;
import cairn.ca.audit.AuthorityName;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Pem;
import cairn.ca.x509.Verdict;
import cairn.testkit.SettableClock;
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

/** What the inspector says of certificates of this workspace and of others. */
final class InspectModelTest {
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T12:00:00Z"));
    private final Texts texts = Texts.of(Language.ENGLISH, "inspect");

    @TempDir
    private Path folder;

    private OpenWorkspace workspace;
    private InspectModel model;
    private Certificate issuing;

    @BeforeEach
    void open() throws Exception {
        workspace = OpenWorkspace.withAuthorities(folder.resolve("ws"), clock);
        model = new InspectModel(workspace.session(), new DirectTasks(), new RememberingGuide(), texts, clock);
        issuing = workspace
                .session()
                .authority(new AuthorityName("issuing"))
                .certificate()
                .orElseThrow();
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        workspace.close();
    }

    private Inspected one() {
        assertEquals(Optional.empty(), model.problem().get());
        return assertInstanceOf(InspectModel.Shown.One.class, model.shown().get())
                .what();
    }

    private void openIssuing() {
        model.open("certificate:root:" + issuing.serialNumber().hex());
    }

    private Path write(Certificate certificate) throws Exception {
        return Files.writeString(folder.resolve("certificate.pem"), Pem.write("CERTIFICATE", certificate.encoded()));
    }

    @Test
    void aCertificateOfTheRegisterIsTrusted() {
        openIssuing();
        assertEquals(Trust.Standing.VALID, one().trust().orElseThrow().standing());
        Summary summary = Summary.of(one(), texts);
        assertEquals(Tone.GOOD, summary.tone());
        assertTrue(summary.lines().contains(new Summary.Line("Who", "CN=Issuing")), summary::toString);
    }

    @Test
    void afterItsRevocationItIsNot() throws Exception {
        workspace
                .session()
                .services()
                .revocation()
                .decide(RevocationOrder.Revoke.of(
                        new AuthorityName("root"), issuing.serialNumber(), RevocationReason.KEY_COMPROMISE));
        openIssuing();
        assertEquals(Trust.Standing.REVOKED, one().trust().orElseThrow().standing());
        assertEquals(Tone.BAD, Summary.of(one(), texts).tone());
    }

    @Test
    void itsTimeEnds() {
        clock.advance(Duration.ofDays(40_000));
        openIssuing();
        assertEquals(Trust.Standing.EXPIRED, one().trust().orElseThrow().standing());
    }

    @Test
    void aSignatureThatWasChangedIsForged() throws Exception {
        byte[] signature = issuing.signature();
        signature[signature.length - 1] ^= 1;
        model.open(write(issuing.withSignature(signature)).toString());
        assertEquals(Trust.Standing.FORGED, one().trust().orElseThrow().standing());
        assertEquals(Verdict.REJECT, one().inspection().verdict());
    }

    @Test
    void oneFromElsewhereIsForeign() throws Exception {
        Path elsewhere = folder.resolve("elsewhere");
        Certificate foreign;
        try (OpenWorkspace other = OpenWorkspace.empty(elsewhere, clock)) {
            var token = other.session().token(other.addToken("soft"), other.pins());
            foreign = other.createRoot("other", "CN=Other", token).certificate().orElseThrow();
        }
        model.open(write(foreign).toString());
        assertEquals(Trust.Standing.FOREIGN, one().trust().orElseThrow().standing());
    }

    @Test
    void whatIsNotThereIsAProblemAndLeavesWhatIsShown() {
        openIssuing();
        model.open("certificate:root:0badcafe");
        assertEquals("E-1", model.problem().get().orElseThrow().code());
        assertInstanceOf(InspectModel.Shown.One.class, model.shown().get());
    }

    @Test
    void theSameTwiceHasNoDifferenceAndAnotherHas() throws Exception {
        Path first = write(issuing);
        Path second = Files.write(folder.resolve("second.der"), issuing.encoded());
        model.open(List.of(first, second));
        assertTrue(two().lines().stream().noneMatch(Difference::isDifferent));
        Certificate root = workspace
                .session()
                .authority(new AuthorityName("root"))
                .certificate()
                .orElseThrow();
        Files.write(second, root.encoded());
        model.compare(second);
        assertEquals(
                List.of("CN=Issuing", "CN=Root"),
                two().lines().stream()
                        .filter(line -> line.label().equals("Subject"))
                        .flatMap(line -> List.of(line.left(), line.right()).stream())
                        .toList());
    }

    private InspectModel.Shown.Two two() {
        return assertInstanceOf(InspectModel.Shown.Two.class, model.shown().get());
    }
}
