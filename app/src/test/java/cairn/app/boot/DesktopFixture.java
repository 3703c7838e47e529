package cairn.app.boot;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import cairn.app.fx.dialog.AnsweringPicker;
import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.prefs.PreferencesFile;
import cairn.app.fx.task.ScreenThread;
import cairn.app.shell.ShellModel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** The real window over the real program, on the toolkit's platform without a display. */
final class DesktopFixture implements AutoCloseable {
    private static final long LONGEST_SECONDS = 60;

    private final Composition composition;
    private final ExecutorService acting = Executors.newSingleThreadExecutor();
    private final ExecutorService looking = Executors.newFixedThreadPool(2);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Stage stage;
    private @Nullable DesktopWindow window;

    /** Files that the next dialogs answer. */
    final AnsweringPicker answers = new AnsweringPicker();

    private DesktopFixture(Stage stage, InstantSource clock) {
        this.stage = stage;
        this.composition = new Composition(new ScreenThread()::forbid, clock);
    }

    /** Opens the window, on a workspace if one is named. */
    static DesktopFixture open(Path folder, Preferences preferences, Optional<Path> workspace, InstantSource clock)
            throws Exception {
        startToolkit();
        DesktopFixture made = new DesktopFixture(onScreen(Stage::new), clock);
        PreferencesFile file = new PreferencesFile(folder.resolve("desktop.json"));
        file.write(preferences);
        DesktopTools tools =
                new DesktopTools(made.composition, clock, made.acting, made.looking, file, owner -> made.answers);
        made.window = onScreen(() -> {
            DesktopWindow window = new DesktopWindow(tools, made.stage, made.closed::countDown);
            window.start(workspace);
            return window;
        });
        return made;
    }

    private static void startToolkit() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException e) {
            started.countDown();
        }
        assertTrue(started.await(LONGEST_SECONDS, TimeUnit.SECONDS), "the toolkit does not start");
        Platform.setImplicitExit(false);
    }

    /** What the window shows. */
    ShellModel shell() {
        return Objects.requireNonNull(window).shell();
    }

    /** The window's own part of the program. */
    DesktopWindow window() {
        return Objects.requireNonNull(window);
    }

    Stage stage() {
        return stage;
    }

    /** Does something on the screen's thread and waits. */
    static <T extends @Nullable Object> T onScreen(Callable<T> step) throws Exception {
        FutureTask<T> task = new FutureTask<>(step);
        Platform.runLater(task);
        return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until something holds on the screen. */
    void await(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!onScreen(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                fail("never came: " + what + "\n" + String.join("\n", onScreen(this::texts)));
            }
            // Work beside the screen is waited for by giving it the processor, and asking again.
            Thread.onSpinWait();
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Waits until a workspace is open and its places are there. */
    void awaitWorkspace() throws Exception {
        await("the workspace", () -> shell().place("overview").isPresent());
    }

    /** Waits until no work is under way and what it brought is drawn. */
    void awaitSettled() throws Exception {
        // What was found is looked at in turn: a list, then what is chosen in it.
        for (int round = 0; round < 3; round++) {
            awaitWork();
        }
    }

    private void awaitWork() throws Exception {
        CountDownLatch acted = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(2);
        CountDownLatch together = new CountDownLatch(2);
        acting.execute(acted::countDown);
        // One piece for each of the threads that look, so that whatever was asked for before is done.
        for (int i = 0; i < 2; i++) {
            looking.execute(() -> {
                together.countDown();
                try {
                    together.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                looked.countDown();
            });
        }
        assertTrue(acted.await(LONGEST_SECONDS, TimeUnit.SECONDS), "work goes on for too long");
        assertTrue(looked.await(LONGEST_SECONDS, TimeUnit.SECONDS), "work goes on for too long");
        onScreen(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return stage;
        });
    }

    /** Waits for a text on any open window. */
    void awaitText(String wanted) throws Exception {
        await("the text '" + wanted + "'", () -> texts().stream().anyMatch(text -> text.contains(wanted)));
    }

    /** Every text that is shown now. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Window open : Window.getWindows()) {
            collect(open.getScene().getRoot(), texts);
        }
        return texts;
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof TextInputControl input && input.getText() != null) {
            texts.add(input.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    /** A node by its selector, in any open window; waits until it is there. */
    <N extends Node> N node(String selector, Class<N> type) throws Exception {
        AtomicReference<@Nullable Node> found = new AtomicReference<>();
        await("the node " + selector, () -> {
            found.set(find(selector));
            return found.get() != null;
        });
        return type.cast(Objects.requireNonNull(found.get()));
    }

    private static @Nullable Node find(String selector) {
        for (Window open : Window.getWindows()) {
            Node found = open.getScene().getRoot().lookup(selector);
            if (found != null && found.isVisible()) {
                return found;
            }
        }
        return null;
    }

    /** Presses a button, as the keyboard or the mouse would. */
    void press(String selector) throws Exception {
        ButtonBase button = node(selector, ButtonBase.class);
        await(selector + " can be pressed", () -> !button.isDisabled());
        // What is pressed may open a dialog that waits for an answer, so nobody waits for it to end.
        Platform.runLater(button::fire);
    }

    /** Writes into a field. */
    void write(String selector, String text) throws Exception {
        TextInputControl field = node(selector, TextInputControl.class);
        onScreen(() -> {
            field.setText(text);
            return field;
        });
    }

    /** Lets files go over the window, as the mouse would. */
    void drop(List<Path> files) throws Exception {
        DesktopWindow open = Objects.requireNonNull(window);
        assertTrue(onScreen(() -> open.view().dropped(files)), "nobody takes dropped files");
    }

    /** Holds files over the window; none takes them away again. */
    void drag(List<Path> files) throws Exception {
        DesktopWindow open = Objects.requireNonNull(window);
        onScreen(() -> {
            open.view().dragged(files);
            return open;
        });
    }

    /** Presses the button of the open dialog that says yes. */
    void confirm() throws Exception {
        DialogPane pane = node(".dialog-pane", DialogPane.class);
        Button yes = onScreen(() -> pane.getButtonTypes().stream()
                .filter(type -> type.getButtonData().isDefaultButton())
                .map(type -> (Button) pane.lookupButton(type))
                .findFirst()
                .orElseThrow());
        await("the dialog can be answered", () -> !yes.isDisabled());
        Platform.runLater(yes::fire);
    }

    @Override
    public void close() {
        Platform.runLater(
                () -> stage.getOnCloseRequest().handle(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        boolean ended;
        try {
            ended = closed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended = false;
        }
        assertTrue(ended, "the window does not close");
        acting.shutdown();
        looking.shutdown();
        composition.close();
    }
}
