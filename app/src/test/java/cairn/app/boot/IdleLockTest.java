package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import cairn.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody there: the tokens are logged out, and the window shows nothing. */
final class IdleLockTest {
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-25T09:00:00Z"));

    @TempDir
    Path folder;

    private DesktopFixture open() throws Exception {
        try (OpenWorkspace made = OpenWorkspace.withAuthorities(folder.resolve("ws"), clock)) {
            assertFalse(made.session().directory().all().isEmpty());
        }
        Preferences likes =
                Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH).idle(10);
        return DesktopFixture.open(folder, likes, Optional.of(folder.resolve("ws")), clock);
    }

    private static boolean isCovered(DesktopFixture desktop) throws Exception {
        return DesktopFixture.onScreen(() -> desktop.stage().getScene().lookup("#locked") != null);
    }

    private static void logIn(DesktopFixture desktop, DesktopHands hands) throws Exception {
        hands.go("token");
        desktop.press("#token-log-in");
        hands.givePin(OpenWorkspace.PASSPHRASE);
        desktop.awaitText("2 signing keys");
    }

    @Test
    void afterTheTimeTheTokensAreLoggedOutAndTheWindowIsCovered() throws Exception {
        try (DesktopFixture desktop = open()) {
            DesktopHands hands = new DesktopHands(desktop);
            logIn(desktop, hands);
            hands.awaitLight("Token logged in");
            clock.advance(Duration.ofMinutes(9));
            Node table = desktop.node("#place-token", Node.class);
            hands.key(table, KeyCode.SHIFT, false);
            clock.advance(Duration.ofMinutes(9));
            assertFalse(isCovered(desktop), "a key ten minutes ago is a sign of life");
            clock.advance(Duration.ofMinutes(2));
            desktop.await(
                    "the window is covered", () -> desktop.stage().getScene().lookup("#locked") != null);
            assertFalse(hands.texts().contains("2 signing keys"), "what is behind the cover can be read");
            hands.key(desktop.node("#locked", Node.class), KeyCode.SPACE, false);
            desktop.await(
                    "the window is uncovered", () -> desktop.stage().getScene().lookup("#locked") == null);
            hands.awaitLight("Token logged out");
            desktop.press("#token-log-in");
            hands.until("#pin");
            hands.givePin(OpenWorkspace.PASSPHRASE);
            desktop.awaitText("2 signing keys");
        }
    }

    @Test
    void aQuestionForAPinDoesNotOutlastTheLock() throws Exception {
        try (DesktopFixture desktop = open()) {
            DesktopHands hands = new DesktopHands(desktop);
            hands.go("token");
            desktop.press("#token-log-in");
            hands.until("#pin");
            hands.key(desktop.stage().getScene().getRoot(), KeyCode.L, true);
            desktop.await(
                    "the window is covered", () -> desktop.stage().getScene().lookup("#locked") != null);
            assertEquals(1, DesktopFixture.onScreen(() -> Window.getWindows().size()));
            hands.key(desktop.node("#locked", Node.class), KeyCode.SPACE, false);
            hands.awaitLight("Token logged out");
            hands.until("#token-log-in");
            assertTrue(hands.texts().stream().noneMatch(text -> text.contains("Code T-")), "giving up is no problem");
        }
    }
}
