package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.screen.Place;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.screen.ViewModel;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was closed is forgotten: no screen and no view model outlives it. */
final class DesktopLeakTest {
    private static final int TIMES = 20;

    @TempDir
    private Path folder;

    @Test
    void aScreenThatWasClosedIsCollectedWithItsViewModel() throws Exception {
        try (DemoWorkspace demo = DemoWorkspace.in(folder);
                DesktopFixture desktop = DesktopFixture.open(
                        folder, Preferences.usual(), Optional.of(demo.file("ws")), InstantSource.system())) {
            desktop.await("the workspace", () -> desktop.shell().places().size() > 1);
            desktop.awaitSettled();
            for (Place place :
                    DesktopFixture.onScreen(() -> List.copyOf(desktop.shell().places()))) {
                List<WeakReference<Object>> traces = new ArrayList<>();
                for (int i = 0; i < TIMES; i++) {
                    openAndClose(desktop, place, traces);
                }
                assertTrue(traces.size() >= 2 * TIMES, place.id() + " has a view model");
                assertEquals(0, left(traces), place.id() + " leaves nothing behind");
            }
        }
    }

    private static void openAndClose(DesktopFixture desktop, Place place, List<WeakReference<Object>> traces)
            throws Exception {
        List<Screen> held = new ArrayList<>();
        held.add(DesktopFixture.onScreen(() -> {
            Screen screen = place.screen().get();
            screen.shown("", true);
            traces.add(new WeakReference<>(screen));
            traces.addAll(models(screen));
            return screen;
        }));
        desktop.awaitSettled();
        DesktopFixture.onScreen(() -> {
            held.removeFirst().close();
            return place;
        });
    }

    private static List<WeakReference<Object>> models(Screen screen) throws IllegalAccessException {
        List<WeakReference<Object>> models = new ArrayList<>();
        for (Field field : screen.getClass().getDeclaredFields()) {
            if (ViewModel.class.isAssignableFrom(field.getType())) {
                field.setAccessible(true);
                models.add(new WeakReference<>(field.get(screen)));
            }
        }
        return models;
    }

    /** How many are still there when the collector had every chance. */
    private static int left(List<WeakReference<Object>> traces) throws Exception {
        int left = traces.size();
        for (int i = 0; i < 20 && left > 0; i++) {
            System.gc();
            // The last pulse of the toolkit may still hold what it drew.
            DesktopFixture.onScreen(() -> "a turn of the screen's thread");
            left = (int) traces.stream().filter(trace -> trace.get() != null).count();
        }
        return left;
    }
}
