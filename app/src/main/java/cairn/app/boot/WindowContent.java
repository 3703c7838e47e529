package cairn.app.boot;

import cairn.app.session.Session;
import cairn.app.welcome.WelcomeModel;
import java.nio.file.Path;

/** What the window is about. */
sealed interface WindowContent {
    /** No workspace is open. */
    record Greeting(WelcomeModel model) implements WindowContent {}

    /**
     * One is open.
     *
     * @param first whether its first steps are offered
     */
    record Working(Path folder, Session session, boolean first) implements WindowContent {}

    /**
     * The journal of one is read.
     *
     * @param back the way out
     */
    record Reading(Path folder, WelcomeModel back) implements WindowContent {}

    /** One is being closed. */
    record Leaving() implements WindowContent {}
}
