package cairn.app.session;

import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.RegisterRebuild;
import cairn.ca.storage.WorkspaceException;
import java.nio.file.Path;

/** Making and opening workspaces. Implemented where the program is put together. */
public interface Sessions {
    /** Makes a workspace in a new or empty folder, and opens it. */
    Session create(Path folder, NewWorkspace workspace) throws WorkspaceException;

    /** Opens a workspace. */
    Session open(Path folder) throws WorkspaceException;

    /** Builds the register anew from the journal. */
    RegisterRebuild.Result rebuild(Path folder) throws WorkspaceException;

    /** The tokens that this program can reach. */
    Tokens tokens();
}
