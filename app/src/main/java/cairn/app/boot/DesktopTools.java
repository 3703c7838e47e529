package cairn.app.boot;

import cairn.app.fx.dialog.FilePicker;
import cairn.app.fx.prefs.PreferencesFile;
import cairn.app.session.Sessions;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.stage.Window;

/**
 * What the desktop is handed by the system.
 *
 * @param acting one thread, for what changes a workspace or uses a token
 * @param looking some threads, for what only reads
 * @param files asks for files in front of a window
 */
record DesktopTools(
        Sessions sessions,
        InstantSource clock,
        Executor acting,
        Executor looking,
        PreferencesFile preferences,
        Function<Window, FilePicker> files) {}
