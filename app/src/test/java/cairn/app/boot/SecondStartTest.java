package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.text.Language;
import cairn.app.fx.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second start raises the first window and hands over what it was asked to open. */
final class SecondStartTest {
    private static final long LONGEST_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void onlyOneIsTheFirstUntilItEnds() throws Exception {
        try (SingleInstance first = SingleInstance.take(folder).orElseThrow()) {
            assertEquals(Optional.empty(), SingleInstance.take(folder));
            assertTrue(Files.exists(folder.resolve("desktop.lock")), first::toString);
        }
        SingleInstance.take(folder).orElseThrow().close();
    }

    @Test
    void theFirstHearsEachCallOnce() throws Exception {
        BlockingQueue<Optional<Path>> heard = new LinkedBlockingQueue<>();
        try (ExecutorService listening = Executors.newSingleThreadExecutor();
                SingleInstance first = SingleInstance.take(folder).orElseThrow()) {
            listening.execute(() -> first.listen(heard::add));
            SingleInstance.call(folder, Optional.of(folder.resolve("ws")));
            assertEquals(Optional.of(folder.resolve("ws")), heard.poll(LONGEST_SECONDS, TimeUnit.SECONDS));
            SingleInstance.call(folder, Optional.empty());
            assertEquals(Optional.empty(), heard.poll(LONGEST_SECONDS, TimeUnit.SECONDS));
        }
        assertTrue(heard.isEmpty(), heard::toString);
    }

    @Test
    void theWindowLeavesOneWorkspaceForTheOtherAndClosesItInOrder() throws Exception {
        for (String name : new String[] {"one", "two"}) {
            OpenWorkspace.empty(folder.resolve(name), InstantSource.system()).close();
        }
        Preferences likes = Preferences.usual().with(Theme.LIGHT).with(Language.ENGLISH);
        try (DesktopFixture desktop =
                DesktopFixture.open(folder, likes, Optional.of(folder.resolve("one")), InstantSource.system())) {
            desktop.await("one is open", () -> desktop.stage().getTitle().startsWith("one"));
            Platform.runLater(() -> desktop.window().calledAgain(Optional.of(folder.resolve("two"))));
            desktop.await("two is open", () -> desktop.stage().getTitle().startsWith("two"));
            // It can be opened by somebody else, and says that it was closed in order.
            try (Composition other = new Composition();
                    var one = other.open(folder.resolve("one"))) {
                assertTrue(one.register().report().closedInOrder());
            }
        }
    }
}
