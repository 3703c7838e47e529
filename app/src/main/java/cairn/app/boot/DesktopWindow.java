package cairn.app.boot;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.dialog.PinDialog;
import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.BackgroundTasks;
import cairn.app.fx.task.ScreenThread;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.task.Work;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Dress;
import cairn.app.fx.theme.Tone;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.app.shell.ShellModel;
import cairn.app.shell.ShellView;
import cairn.app.welcome.Door;
import cairn.app.welcome.WelcomeModel;
import cairn.app.welcome.WelcomeView;
import cairn.ca.storage.NewWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** The one window: first the welcome, then the places of the workspace that was opened. */
final class DesktopWindow implements Door {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    /** What the frame of a window takes of the screen's height, about. */
    private static final double FRAME = 40;

    private final DesktopTools tools;
    private final Stage stage;
    private final Runnable closed;
    private final ScreenThread screen = new ScreenThread();
    private final ShellModel shell = new ShellModel();
    private final Tasks tasks;
    private final FilePicker files;
    private Preferences preferences = Preferences.usual();
    private @Nullable ShellView view;
    private @Nullable WelcomeModel welcome;
    private @Nullable Session session;

    /**
     * @param closed told when the window is closed and the workspace with it
     */
    DesktopWindow(DesktopTools tools, Stage stage, Runnable closed) {
        this.tools = tools;
        this.stage = stage;
        this.closed = closed;
        this.tasks = new BackgroundTasks(tools.acting(), tools.looking(), screen, tools.clock(), shell::watch);
        this.files = tools.files().apply(stage);
    }

    /** Shows the window, and opens this workspace in it if one is named. */
    void start(Optional<Path> workspace) {
        preferences = tools.preferences().read();
        Dress.loadFonts();
        stage.setTitle("Cairn");
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        build();
        greet();
        stage.show();
        workspace.ifPresent(this::open);
    }

    /** The window's content, anew: in another language every text is another. */
    private void build() {
        ShellView made = new ShellView(shell, texts("shell"));
        view = made;
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        Scene scene =
                new Scene(made.root(), Math.min(WIDTH, room.getWidth()), Math.min(HEIGHT, room.getHeight() - FRAME));
        Dress.apply(scene, preferences.theme(), preferences.percent());
        stage.setScene(scene);
    }

    private Texts texts(String room) {
        return Texts.of(preferences.language(), room);
    }

    private void greet() {
        Texts texts = texts("welcome");
        WelcomeModel model = new WelcomeModel(
                this, files, texts, preferences.recent(), Path.of(System.getProperty("user.home"), "cairn"));
        welcome = model;
        shell.furnish(List.of(new Place(
                "welcome",
                texts("boot").get("welcome"),
                "",
                MaterialDesignH.HOME_OUTLINE,
                () -> new WelcomeView(model, texts))));
    }

    @Override
    public void open(Path folder) {
        enter(folder, progress -> tools.sessions().open(folder, progress));
    }

    @Override
    public void create(Path folder, NewWorkspace wanted) {
        enter(folder, progress -> tools.sessions().create(folder, wanted));
    }

    @Override
    public void forget(Path folder) {
        keep(preferences.forgotten(folder));
    }

    /** An open workspace, and what was found half done in it. */
    private record Entered(Session session, List<String> found) {}

    private void enter(Path folder, Work<Session> work) {
        tasks.act(
                texts("boot").get("opening", folder),
                progress -> {
                    Session opened = work.run(progress);
                    return new Entered(opened, opened.register().report().words());
                },
                entered -> furnish(folder, entered),
                this::failed);
    }

    private void failed(Problem problem) {
        if (welcome != null) {
            welcome.failed(problem);
        }
    }

    private void furnish(Path folder, Entered entered) {
        session = entered.session();
        keep(preferences.opened(folder));
        stage.setTitle(texts("boot").get("title", folder.getFileName()));
        PinDialog pins = new PinDialog(stage, texts("fx.dialog"), screen);
        shell.furnish(
                new Furniture(tools, tasks, shell, files, pins).places(entered.session(), preferences.language()));
        shell().takeFiles(new DroppedFiles(tasks, shell, texts("boot")));
        for (String words : entered.found()) {
            shell.tell(new Notice(Tone.WARNING, texts("boot").get("found"), words, true, Optional.empty()));
        }
    }

    /** What the window shows. */
    ShellView shell() {
        return Objects.requireNonNull(view);
    }

    private void keep(Preferences now) {
        preferences = now;
        Consumer<Problem> untold = problem ->
                shell.tell(new Notice(Tone.WARNING, problem.what(), problem.where(), false, Optional.empty()));
        tasks.look(
                progress -> {
                    write(now);
                    return now;
                },
                written -> {},
                untold);
    }

    private void write(Preferences now) throws IOException {
        tools.preferences().write(now);
    }

    /** Tells a problem that belongs to no screen; from any thread. */
    void told(Problem problem) {
        screen.later(() -> shell.tell(new Notice(
                Tone.BAD,
                problem.what(),
                (problem.where() + "\n" + problem.whatToDo()).strip(),
                true,
                Optional.empty())));
    }

    /** What the window shows. */
    ShellModel shell() {
        return shell;
    }

    /** What is being done ends in order before the workspace is closed: it all runs on one thread. */
    void close() {
        Session open = session;
        if (open == null) {
            end();
            return;
        }
        session = null;
        tasks.act(
                texts("boot").get("closing"),
                progress -> {
                    open.close();
                    return open;
                },
                done -> end(),
                problem -> end());
    }

    private void end() {
        if (view != null) {
            view.close();
        }
        stage.hide();
        closed.run();
    }
}
