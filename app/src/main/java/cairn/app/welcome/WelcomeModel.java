package cairn.app.welcome;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.form.Field;
import cairn.app.fx.screen.ViewModel;
import cairn.app.fx.text.Texts;
import cairn.app.problem.Problem;
import cairn.ca.storage.NewWorkspace;
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
    private final ObservableList<Path> recent;
    private final Field folder;
    private final Field purpose;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Works on these. */
    public WelcomeModel(Door door, FilePicker files, Texts words, List<Path> recent, Path suggested) {
        this.door = door;
        this.files = files;
        this.texts = words.room("welcome");
        this.recent = FXCollections.observableArrayList(recent);
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

    ObservableList<Path> recent() {
        return recent;
    }

    Field folder() {
        return folder;
    }

    Field purpose() {
        return purpose;
    }

    /** Why the last workspace was not opened. */
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Says why a workspace was not opened. */
    public void failed(Problem why) {
        problem.set(Optional.of(why));
    }

    void open(Path workspace) {
        problem.set(Optional.empty());
        door.open(workspace);
    }

    void chooseAndOpen() {
        files.folder(texts.get("open.title")).ifPresent(this::open);
    }

    void chooseFolder() {
        files.folder(texts.get("folder.title"))
                .ifPresent(chosen -> folder.value().set(chosen.toString()));
    }

    void forget(Path workspace) {
        recent.remove(workspace);
        door.forget(workspace);
    }

    void create() {
        if (Field.checkAll(folder, purpose)) {
            problem.set(Optional.empty());
            door.create(Path.of(folder.text()), new NewWorkspace(ONLY_STATION, purpose.text()));
        }
    }
}
