package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import cairn.app.session.JournalReader;
import cairn.ca.audit.Progress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens in the window: PINs that are wrong, right and new, what a token holds, and how fast it is. */
final class TokenRoomTest {
    @TempDir
    Path folder;

    @BeforeEach
    void make() throws Exception {
        OpenWorkspace.withAuthorities(folder.resolve("ws"), InstantSource.system())
                .close();
    }

    private DesktopFixture open() throws Exception {
        Preferences likes = Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH);
        DesktopFixture desktop =
                DesktopFixture.open(folder, likes, Optional.of(folder.resolve("ws")), InstantSource.system());
        new DesktopHands(desktop).go("token");
        return desktop;
    }

    @Test
    void aWrongPinIsToldAndTheRightOneOpensTheToken() throws Exception {
        try (DesktopFixture desktop = open()) {
            DesktopHands hands = new DesktopHands(desktop);
            hands.awaitLight("Token logged out");
            desktop.press("#token-log-in");
            hands.givePin("wrong");
            desktop.awaitText("The PIN is wrong.");
            hands.awaitLight("Token logged out");
            assertFalse(hands.texts().stream().anyMatch(text -> text.contains("signing keys")));
            desktop.press("#token-log-in");
            hands.givePin(OpenWorkspace.PASSPHRASE);
            desktop.awaitText("2 signing keys");
            hands.awaitLight("Token logged in");
            assertFalse(hands.texts().contains("The PIN is wrong."), "an old problem stays");
            desktop.press("#token-log-out");
            hands.awaitLight("Token logged out");
            desktop.await(
                    "the keys are gone",
                    () -> desktop.texts().stream().noneMatch(text -> text.contains("signing keys")));
        }
    }

    @Test
    void aKeyIsTestedOnceAndOften() throws Exception {
        try (DesktopFixture desktop = open()) {
            DesktopHands hands = new DesktopHands(desktop);
            desktop.press("#token-log-in");
            hands.givePin(OpenWorkspace.PASSPHRASE);
            desktop.press("#token-test-issuing");
            desktop.awaitText("One signature of");
            desktop.press("#token-speed-issuing");
            desktop.awaitText("200 signatures by ecdsa-sha256");
        }
        JournalReader.Filter wanted =
                new JournalReader.Filter("200 signatures", "TokenTested", Optional.empty(), Optional.empty());
        assertEquals(
                1,
                JournalReader.of(folder.resolve("ws"))
                        .page(0, 100, wanted, Progress.NONE)
                        .lines()
                        .size());
    }

    @Test
    void aNewPassphraseTakesTheOldOnesPlace() throws Exception {
        try (DesktopFixture desktop = open()) {
            DesktopHands hands = new DesktopHands(desktop);
            desktop.press("#token-pin");
            hands.givePin(OpenWorkspace.PASSPHRASE);
            hands.setPin("another passphrase");
            desktop.awaitText("Token soft has a new PIN");
            desktop.press("#token-log-in");
            hands.givePin(OpenWorkspace.PASSPHRASE);
            desktop.awaitText("The PIN is wrong.");
            desktop.press("#token-log-in");
            hands.givePin("another passphrase");
            desktop.awaitText("2 signing keys");
        }
    }

    @Test
    void aSecondTokenIsMadeAndALibraryThatIsNoneIsRefused() throws Exception {
        try (DesktopFixture desktop = open()) {
            DesktopHands hands = new DesktopHands(desktop);
            desktop.press("#token-make");
            desktop.write("#token-name", "Not a name");
            desktop.press("#token-run");
            desktop.awaitText("1 to 40 of a-z");
            desktop.write("#token-name", "spare");
            desktop.press("#token-run");
            hands.setPin("spare passphrase");
            desktop.awaitText("Token spare belongs to the workspace");
            desktop.press("#token-spare");
            desktop.awaitText("software token, not an HSM");
            desktop.press("#token-add");
            desktop.write(
                    "#token-library",
                    folder.resolve("ws").resolve("journal.cairn").toString());
            desktop.press("#token-slots");
            desktop.awaitText("Code T-16");
        }
    }
}
