package cairn.app.boot;

import cairn.app.fx.prefs.Preferences;
import cairn.app.fx.screen.Address;
import cairn.app.fx.screen.Notice;
import cairn.app.fx.screen.Place;
import cairn.app.fx.task.BackgroundTasks;
import cairn.app.fx.task.ScreenThread;
import cairn.app.fx.task.Work;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.app.settings.Likes;
import cairn.app.shell.ShellModel;
import cairn.app.shell.ShellView;
import cairn.app.welcome.Door;
import cairn.app.welcome.FirstSteps;
import cairn.app.welcome.WelcomeModel;
import cairn.ca.storage.NewWorkspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The one window: first the welcome, then the places of the workspace that was opened. */
final class DesktopWindow implements Door, Likes {
    private final DesktopTools tools;
    private final Stage stage;
    private final Runnable closed;
    private final ScreenThread screen = new ScreenThread();
    private final ShellModel shell = new ShellModel();
    private final TokenWatch tasks;
    private final WindowFrame frame;
    private final Rooms rooms;
    private WindowContent content = new WindowContent.Leaving();

    /**
     * @param closed told when the window is closed and the workspace with it
     */
    DesktopWindow(DesktopTools tools, Stage stage, Runnable closed) {
        this.tools = tools;
        this.stage = stage;
        this.closed = closed;
        this.tasks = new TokenWatch(
                new BackgroundTasks(tools.acting(), tools.looking(), screen, tools.clock(), shell::watch), shell);
        this.rooms = new Rooms(tools, stage, shell, tasks, tools.files().apply(stage), this);
        this.frame = new WindowFrame(tools, stage, shell, tasks);
    }

    /** Shows the window, and opens this workspace in it if one is named. */
    void start(Optional<Path> workspace) {
        stage.setTitle("Cairn");
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        frame.start();
        greet();
        shell.locked().subscribe(locked -> {
            if (locked) {
                leaveTokens();
            }
        });
        stage.show();
        workspace.ifPresent(this::open);
    }

    /** Another start of the program found this window. */
    void calledAgain(Optional<Path> workspace) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        workspace
                .filter(folder -> !isHere(folder))
                .ifPresent(folder -> leave(() -> {
                    greet();
                    open(folder);
                }));
    }

    private boolean isHere(Path folder) {
        return content instanceof WindowContent.Working working
                && working.folder().equals(folder);
    }

    /** Shows the places of what the window is about; files can be dropped where there is a workspace for them. */
    private void furnish() {
        shell.furnish(places());
        boolean working = content instanceof WindowContent.Working;
        frame.takeFiles(working ? new DroppedFiles(tasks, shell, texts("boot")) : null);
    }

    private Texts texts(String room) {
        return Texts.of(frame.likes().language(), room);
    }

    private void greet() {
        stage.setTitle("Cairn");
        content = new WindowContent.Greeting(welcome());
        tasks.watch(Optional.empty());
        furnish();
    }

    private WelcomeModel welcome() {
        return rooms.welcome(frame.likes().language(), frame.likes().recent());
    }

    private List<Place> places() {
        return rooms.places(content, frame.likes().language());
    }

    @Override
    public void open(Path folder) {
        enter(
                folder,
                texts("boot").get("opening", folder),
                progress -> tools.sessions().open(folder, progress));
    }

    @Override
    public void read(Path folder) {
        content = new WindowContent.Reading(folder, welcome());
        stage.setTitle(texts("boot").get("title", folder.getFileName()));
        furnish();
    }

    @Override
    public void create(Path folder, NewWorkspace wanted) {
        enter(
                folder,
                texts("boot").get("opening", folder),
                progress -> tools.sessions().create(folder, wanted));
    }

    @Override
    public void rebuild(Path folder) {
        enter(folder, texts("boot").get("rebuilding", folder), progress -> {
            tools.sessions().rebuild(folder, progress);
            return tools.sessions().open(folder, progress);
        });
    }

    @Override
    public void forget(Path folder) {
        frame.keep(frame.likes().forgotten(folder));
    }

    /** An open workspace, and what was found half done in it. */
    private record Entered(Session session, List<String> found, boolean first) {}

    private void enter(Path folder, String title, Work<Session> work) {
        tasks.act(
                title,
                progress -> {
                    Session opened = work.run(progress);
                    return new Entered(
                            opened,
                            opened.register().report().words(),
                            FirstSteps.areDue(opened, tools.clock().instant()));
                },
                entered -> furnish(folder, entered),
                problem -> failed(folder, problem));
    }

    private void failed(Path folder, Problem problem) {
        if (!(content instanceof WindowContent.Greeting)) {
            greet();
        }
        if (content instanceof WindowContent.Greeting greeting) {
            greeting.model().failed(folder, problem);
        }
    }

    private void furnish(Path folder, Entered entered) {
        content = new WindowContent.Working(folder, entered.session(), entered.first());
        frame.keep(frame.likes().opened(folder));
        stage.setTitle(texts("boot").get("title", folder.getFileName()));
        tasks.watch(Optional.of(entered.session()));
        furnish();
        if (entered.first()) {
            shell.go(Address.of("first"));
        }
        for (String words : entered.found()) {
            shell.tell(new Notice(Tone.WARNING, texts("boot").get("found"), words, true, Optional.empty()));
        }
    }

    @Override
    public Preferences now() {
        return frame.likes();
    }

    @Override
    public void like(Preferences wanted) {
        boolean other = wanted.language() != frame.likes().language();
        frame.like(wanted);
        if (other) {
            // Not while the very control in which it was chosen is at work.
            screen.later(this::speakAnew);
        }
    }

    /** In another language every text is another; the place stays. */
    private void speakAnew() {
        Address here = shell.here().get();
        frame.build();
        if (content instanceof WindowContent.Greeting) {
            content = new WindowContent.Greeting(welcome());
        }
        furnish();
        if (here != null && shell.place(here.place()).isPresent()) {
            shell.go(here);
        }
    }

    @Override
    public void lock() {
        shell.lock();
    }

    /** Nobody is there: questions are withdrawn, and what is being done is the last that a token does. */
    private void leaveTokens() {
        List.copyOf(Window.getWindows()).stream()
                .filter(window -> window instanceof Stage dialog && stage.equals(dialog.getOwner()))
                .forEach(Window::hide);
        if (content instanceof WindowContent.Working working) {
            tasks.act(
                    texts("boot").get("locking"),
                    progress -> working.session().logOut(),
                    names -> shell.lookAgain(),
                    problem -> shell.tell(new Notice(
                            Tone.WARNING, problem.what(), problem.where(), true, Optional.of(Address.of("token")))));
        }
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

    /** How it is drawn. */
    ShellView view() {
        return frame.view();
    }

    /** Closes the workspace, then the window. */
    void close() {
        leave(() -> {
            frame.close();
            stage.hide();
            closed.run();
        });
    }

    /** What is being done ends in order before the workspace is closed: it all runs on one thread. */
    private void leave(Runnable then) {
        if (!(content instanceof WindowContent.Working working)) {
            then.run();
            return;
        }
        content = new WindowContent.Leaving();
        tasks.watch(Optional.empty());
        tasks.act(
                texts("boot").get("closing"),
                progress -> {
                    working.session().close();
                    return working;
                },
                done -> then.run(),
                problem -> then.run());
    }
}
