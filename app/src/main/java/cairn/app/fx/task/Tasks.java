package cairn.app.fx.task;

import cairn.app.problem.Problem;
import java.util.function.Consumer;

/** Runs work beside the screen and hands what came of it back to the screen. */
public interface Tasks {
    /**
     * Does something that changes the workspace or uses a token, one such thing after the other; a person sees it in the
     * status bar.
     *
     * @param title what is being done, for a person
     * @param done told on the screen's thread
     * @param failed told on the screen's thread, instead
     */
    <T> Job act(String title, Work<T> work, Consumer<? super T> done, Consumer<Problem> failed);

    /** Looks something up, beside whatever else is going on. */
    <T> Job look(Work<T> work, Consumer<? super T> done, Consumer<Problem> failed);
}
