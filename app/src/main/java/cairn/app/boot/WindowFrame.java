package cairn.app.boot;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Dress;
import cairn.app.fx.theme.Theme;
import cairn.app.fx.theme.Tone;
import cairn.app.problem.Problem;
import cairn.app.shell.FileDrop;
import cairn.app.shell.IdleLock;
import cairn.app.shell.ShellModel;
import cairn.app.shell.ShellView;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The window's content as a person likes it: language, colours, size, and when it locks itself. */
final class WindowFrame {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    /** What the frame of a window takes of the screen's height, about. */
    private static final double FRAME = 40;

    private final DesktopTools tools;
    private final Stage stage;
    private final ShellModel shell;
    private final Tasks tasks;
    private final IdleLock idle;
    private Preferences likes = Preferences.usual();
    private Subscription system = Subscription.EMPTY;
    private @Nullable ShellView view;
    private @Nullable FileDrop taker;

    WindowFrame(DesktopTools tools, Stage stage, ShellModel shell, Tasks tasks) {
        this.tools = tools;
        this.stage = stage;
        this.shell = shell;
        this.tasks = tasks;
        this.idle = new IdleLock(shell, tools.clock());
    }

    void start() {
        likes = tools.preferences().read();
        Dress.loadFonts();
        build();
        system = Platform.getPreferences().colorSchemeProperty().subscribe((before, now) -> {
            if (likes.theme() == Theme.SYSTEM) {
                dress();
            }
        });
        idle.patience(Duration.ofMinutes(likes.idleMinutes()));
        idle.start();
    }

    /** Files that are dropped on the window go there; null for nobody. */
    void takeFiles(@Nullable FileDrop now) {
        taker = now;
        view().takeFiles(now);
    }

    /** The content. */
    ShellView view() {
        return Objects.requireNonNull(view);
    }

    /** What is liked now. */
    Preferences likes() {
        return likes;
    }

    /** The content, anew: in another language every text is another. The window stays as large as it is. */
    void build() {
        ShellView before = view;
        if (before != null) {
            before.close();
        }
        ShellView made = new ShellView(shell, Texts.of(likes.language(), "shell"));
        view = made;
        made.takeFiles(taker);
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        Scene old = stage.getScene();
        Scene scene = old == null
                ? new Scene(made.root(), Math.min(WIDTH, room.getWidth()), Math.min(HEIGHT, room.getHeight() - FRAME))
                : new Scene(made.root(), old.getWidth(), old.getHeight());
        idle.watch(scene);
        stage.setScene(scene);
        dress();
    }

    private void dress() {
        Dress.apply(stage.getScene(), likes.theme(), likes.percent());
    }

    /** Dresses the window so, locks it after so long, and keeps that. */
    void like(Preferences wanted) {
        keep(wanted);
        dress();
        idle.patience(Duration.ofMinutes(wanted.idleMinutes()));
    }

    /** Keeps this. */
    void keep(Preferences wanted) {
        likes = wanted;
        Consumer<Problem> untold = problem ->
                shell.tell(new Notice(Tone.WARNING, problem.what(), problem.where(), false, Optional.empty()));
        tasks.look(
                progress -> {
                    tools.preferences().write(wanted);
                    return wanted;
                },
                written -> {},
                untold);
    }

    void close() {
        idle.stop();
        system.unsubscribe();
        if (view != null) {
            view.close();
        }
    }
}
