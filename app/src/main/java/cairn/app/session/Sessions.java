package cairn.app.session;

import cairn.ca.audit.Progress;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.RegisterRebuild;
import cairn.ca.storage.WorkspaceException;
import java.nio.file.Path;

/** Making and opening workspaces. Implemented where the program is put together. */
public interface Sessions {
    /** Makes a workspace in a new or empty folder, and opens it. */
    Session create(Path folder, NewWorkspace workspace) throws WorkspaceException;

    /** Refuses a folder that has something in it already, so that it is known before a token is asked for anything. */
    void requireFree(Path folder) throws WorkspaceException;

    /** Opens a workspace. */
    default Session open(Path folder) throws WorkspaceException {
        return open(folder, Progress.NONE);
    }

    /** Opens a workspace; where its register has to follow the journal first, {@code progress} hears of it. */
    Session open(Path folder, Progress progress) throws WorkspaceException;

    /** Builds the register anew from the journal. */
    RegisterRebuild.Result rebuild(Path folder, Progress progress) throws WorkspaceException;

    /** The tokens that this program can reach. */
    Tokens tokens();
}
