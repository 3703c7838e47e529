package cairn.app.welcome;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.form.Field;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.app.session.KnownWorkspace;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.WorkspaceLockedException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Recent workspaces, opening one and making one. */
public final class WelcomeModel extends ViewModel {
    private static final int ONLY_STATION = 1;

    private final Door door;
    private final FilePicker files;
    private final Texts texts;
    private final Tasks tasks;
    private final ObservableList<KnownWorkspace> recent = FXCollections.observableArrayList();
    private final Field folder;
    private final Field purpose;
    private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private List<Path> known;

    /** Works on these. */
    public WelcomeModel(Door door, FilePicker files, Tasks tasks, Texts words, List<Path> known, Path suggested) {
        this.door = door;
        this.files = files;
        this.tasks = tasks;
        this.known = List.copyOf(known);
        this.texts = words.room("welcome");
        this.folder = new Field(suggested.toString(), text -> isPath(text) ? "" : texts.get("folder.fault"));
        this.purpose = new Field(
                texts.get("purpose.usual"),
                text -> text.isBlank() || text.length() > 1000 ? texts.get("purpose.fault") : "");
    }

    private static boolean isPath(String text) {
        try {
            return !text.isBlank() && Path.of(text.strip()).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Why a workspace was not opened.
     *
     * @param rebuildHelps whether a new register, made from the journal, is the way out
     */
    record Trouble(Path folder, Problem problem, boolean rebuildHelps) {}

    ObservableList<KnownWorkspace> recent() {
        return recent;
    }

    Field folder() {
        return folder;
    }

    Field purpose() {
        return purpose;
    }

    /** Why the last workspace was not opened. */
    ReadOnlyObjectProperty<Optional<Trouble>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Says why a workspace was not opened. */
    public void failed(Path folder, Problem why) {
        boolean rebuild = why.getCause() instanceof WorkspaceLockedException locked
                && locked.reason().rebuildHelps();
        trouble.set(Optional.of(new Trouble(folder, why, rebuild)));
    }

    /** Looks which of the workspaces are there; a disk may take its time. */
    void refresh() {
        List<Path> asked = known;
        tasks.look(
                progress -> asked.stream().map(KnownWorkspace::of).toList(), recent::setAll, problem -> recent.clear());
    }

    void open(Path workspace) {
        trouble.set(Optional.empty());
        door.open(workspace);
    }

    void read(Path workspace) {
        trouble.set(Optional.empty());
        door.read(workspace);
    }

    void rebuild(Path workspace) {
        trouble.set(Optional.empty());
        door.rebuild(workspace);
    }

    void chooseAndRead() {
        files.folder(texts.get("read-only.choose")).ifPresent(this::read);
    }

    void chooseAndOpen() {
        files.folder(texts.get("open.title")).ifPresent(this::open);
    }

    void chooseFolder() {
        files.folder(texts.get("folder.title"))
                .ifPresent(chosen -> folder.value().set(chosen.toString()));
    }

    void forget(Path workspace) {
        known = known.stream().filter(path -> !path.equals(workspace)).toList();
        recent.removeIf(each -> each.folder().equals(workspace));
        door.forget(workspace);
    }

    void create() {
        if (Field.checkAll(folder, purpose)) {
            trouble.set(Optional.empty());
            door.create(Path.of(folder.text()), new NewWorkspace(ONLY_STATION, purpose.text()));
        }
    }
}
