package cairn.app.welcome;

import cairn.ca.storage.NewWorkspace;
import java.nio.file.Path;

/** Lets a person into a workspace. */
public interface Door {
    /** Opens it, and shows what came of that. */
    void open(Path folder);

    /** Shows its journal without opening it. */
    void read(Path folder);

    /** Makes a new one and opens it. */
    void create(Path folder, NewWorkspace wanted);

    /** Builds its register anew from the journal, and opens it. */
    void rebuild(Path folder);

    /** Takes it from the list of recent ones. */
    void forget(Path folder);
}
