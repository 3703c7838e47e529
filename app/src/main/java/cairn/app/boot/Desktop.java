package cairn.app.boot;

import cairn.app.cli.CliEnvironment;
import cairn.app.fx.dialog.SystemFilePicker;
import cairn.app.fx.prefs.PreferencesFile;
import cairn.app.fx.task.ScreenThread;
import cairn.app.session.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Starts the toolkit and its threads, and opens the window. */
final class Desktop implements CliEnvironment.Window {
    /** One for what a person looks at, one for what a page of a table waits for. */
    private static final int LOOKING = 2;

    private final Sessions sessions;
    private final InstantSource clock;

    Desktop(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public boolean open(Optional<Path> workspace) {
        if (!hasDisplay()) {
            return false;
        }
        Path folder = preferences();
        Optional<SingleInstance> only;
        try {
            only = SingleInstance.take(folder);
            if (only.isEmpty()) {
                SingleInstance.call(folder, workspace);
                return true;
            }
        } catch (IOException e) {
            // Where nothing can be kept, nothing can be agreed upon; better two windows than none.
            only = Optional.empty();
        }
        try {
            return show(only, folder, workspace);
        } finally {
            only.ifPresent(SingleInstance::close);
        }
    }

    private boolean show(Optional<SingleInstance> only, Path folder, Optional<Path> workspace) {
        CountDownLatch closed = new CountDownLatch(1);
        try (ExecutorService listening = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("calls").factory());
                ExecutorService acting = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("acting").factory());
                ExecutorService looking = Executors.newFixedThreadPool(
                        LOOKING,
                        Thread.ofPlatform().daemon().name("looking-", 0).factory())) {
            DesktopTools tools = new DesktopTools(
                    sessions,
                    clock,
                    acting,
                    looking,
                    new PreferencesFile(folder.resolve("desktop.json")),
                    SystemFilePicker::new);
            Platform.startup(() -> {
                DesktopWindow window = new DesktopWindow(tools, new Stage(), closed::countDown);
                show(window, folder, workspace);
                ScreenThread screen = new ScreenThread();
                only.ifPresent(first -> listening.execute(
                        () -> first.listen(called -> screen.later(() -> window.calledAgain(called)))));
            });
            closed.await();
            listening.shutdownNow();
        } catch (UnsupportedOperationException e) {
            // The toolkit's way to say that it cannot open a window here; the command says what to install.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    /** What nobody foresaw is told like any other problem, and the window goes on. */
    private void show(DesktopWindow window, Path folder, Optional<Path> workspace) {
        CrashReports reports = new CrashReports(folder.resolve("reports"), clock);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> window.told(reports.of(failure)));
        window.start(workspace);
        if (Boolean.getBoolean(DesktopRehearsal.PROPERTY)) {
            new DesktopRehearsal(window).begin();
        }
    }

    /** On Linux the toolkit ends the whole program where there is none, so this is asked before. */
    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        return !linux
                || "Headless".equals(System.getProperty("glass.platform"))
                || System.getenv("DISPLAY") != null
                || System.getenv("WAYLAND_DISPLAY") != null;
    }

    /** Where a person's settings lie on this system (XDG Base Directory Specification). */
    private static Path preferences() {
        String given = System.getenv("XDG_CONFIG_HOME");
        Path base =
                given == null || given.isEmpty() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(given);
        return base.resolve("cairn");
    }
}
