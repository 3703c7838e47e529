package cairn.app.issue;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.dialog.ProblemPane;
import cairn.app.fx.form.Parts;
import cairn.app.fx.screen.Screen;
import cairn.app.fx.screen.ScreenState;
import cairn.app.fx.task.Job;
import cairn.app.fx.text.Texts;
import cairn.app.fx.theme.Tone;
import cairn.app.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** Requests on the left; on the right what they shall become; below, the one button that signs. */
final class IssueView implements Screen {
    private final IssueModel model;
    private final FilePicker files;
    private final Texts texts;
    private final VBox trouble = new VBox();
    private final VBox middle = new VBox();
    private final SplitPane desk;
    private final VBox root;

    IssueView(IssueModel model, FilePicker files, Texts texts) {
        this.model = model;
        this.files = files;
        this.texts = texts;
        Button open = Parts.button(texts.get("open"), MaterialDesignF.FOLDER_OPEN_OUTLINE, this::open);
        open.setId("issue-open");
        Button paste = Parts.button(texts.get("paste"), MaterialDesignC.CONTENT_PASTE, this::paste);
        paste.setId("issue-paste");
        VBox right = Parts.body(new TermsPane(model.offer(), texts).root(), new ForesightPane(model, texts).root());
        right.getStyleClass().add("issue-right");
        desk = new SplitPane(new RequestsPane(model, texts).root(), Parts.scrolling(right));
        desk.getStyleClass().add("issue-desk");
        desk.setDividerPositions(0.34);
        VBox.setVgrow(middle, Priority.ALWAYS);
        trouble.getStyleClass().add("issue-trouble");
        root = Parts.screen(Parts.head(texts.get("title"), paste, open), middle);
        root.getChildren().add(1, trouble);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN).match(event)) {
                paste();
                event.consume();
            }
        });
        model.problem().subscribe(this::problem);
        model.state().subscribe(this::draw);
    }

    @Override
    public Parent root() {
        return root;
    }

    /** The detail names an authority, or files, one a line, that were handed to the window. */
    @Override
    public void shown(String detail, boolean stale) {
        List<Path> handed = detail.startsWith(Issue.FILES)
                ? detail.substring(Issue.FILES.length()).lines().map(Path::of).toList()
                : List.of();
        model.refresh(handed.isEmpty() ? detail : "");
        if (!handed.isEmpty()) {
            model.add(handed);
        }
    }

    @Override
    public void close() {
        model.close();
    }

    private void open() {
        List<Path> chosen = files.open(texts.get("open.title"));
        if (!chosen.isEmpty()) {
            model.add(chosen);
        }
    }

    private void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            model.add(clipboard.getFiles().stream().map(file -> file.toPath()).toList());
        } else {
            model.paste(clipboard.hasString() ? clipboard.getString() : "");
        }
    }

    private void problem(Optional<Problem> problem) {
        trouble.getChildren()
                .setAll(problem.stream().map(why -> new ProblemPane(why, texts)).toList());
        trouble.setManaged(problem.isPresent());
    }

    private void draw(ScreenState<Outcome> state) {
        switch (state) {
            case ScreenState.Done<Outcome>(var outcome) ->
                middle.getChildren().setAll(new OutcomePane(model, outcome, files, texts).root());
            case ScreenState.Running<Outcome>(var job) -> middle.getChildren().setAll(grow(desk), running(job));
            case ScreenState.Editing<Outcome> editing -> edit();
            case ScreenState.Checking<Outcome> checking -> edit();
            case ScreenState.Confirming<Outcome> confirming -> edit();
            case ScreenState.Failed<Outcome> failed -> edit();
        }
        desk.setDisable(!state.isOpen());
    }

    private void edit() {
        middle.getChildren().setAll(grow(desk), foot());
    }

    private static Node grow(Node node) {
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    private Node foot() {
        Label where = Parts.wrapped("", "quiet");
        where.textProperty()
                .bind(model.folder()
                        .map(folder -> folder.map(path -> texts.get("folder.chosen", path))
                                .orElse(texts.get("folder.beside"))));
        Button folder = Parts.button(
                texts.get("folder"),
                MaterialDesignF.FOLDER_OUTLINE,
                () -> files.folder(texts.get("folder.title"))
                        .ifPresent(chosen -> model.folder().set(Optional.of(chosen))),
                "flat");
        folder.setId("issue-folder");
        Label need = Parts.badge(Tone.WARNING, texts.get("folder.needed"));
        need.visibleProperty().bind(model.needsFolder());
        need.managedProperty().bind(need.visibleProperty());
        Label once = Parts.wrapped(texts.get("no-way-back"), "quiet");
        Button issue = Parts.button(texts.get("issue"), MaterialDesignP.PEN_LOCK, model::issue, "accent");
        issue.setId("issue-run");
        issue.setDefaultButton(true);
        issue.disableProperty().bind(model.canIssue().not());
        VBox words = new VBox(where, once);
        words.getStyleClass().add("issue-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox foot = new HBox(words, need, folder, issue);
        foot.getStyleClass().add("issue-foot");
        return foot;
    }

    private Node running(Job job) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(job.share());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(job.title());
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label count = Parts.label("", "quiet");
        count.textProperty().bind(job.count().map(done -> texts.get("running.count", done.longValue())));
        Button stop = Parts.button(texts.get("stop"), MaterialDesignS.STOP, job::cancel);
        stop.setId("issue-stop");
        HBox foot = new HBox(Parts.label(job.title(), "strong"), bar, count, stop);
        foot.getStyleClass().add("issue-foot");
        return foot;
    }
}
