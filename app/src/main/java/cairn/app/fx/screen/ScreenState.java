package cairn.app.fx.screen;

import cairn.app.fx.task.Job;
import cairn.app.problem.Problem;

/**
 * Where a screen stands: one value in one property, in place of many that must agree.
 *
 * @param <R> what comes out at the end
 */
public sealed interface ScreenState<R> {
    /** A person is filling it in. */
    record Editing<R>() implements ScreenState<R> {}

    /** What was filled in is being looked at; nothing changes by it. */
    record Checking<R>() implements ScreenState<R> {}

    /** A person is asked once more. */
    record Confirming<R>(R plan) implements ScreenState<R> {}

    /** It is being done. */
    record Running<R>(Job job) implements ScreenState<R> {}

    /** It is done. */
    record Done<R>(R result) implements ScreenState<R> {}

    /** It was not done, or not all of it. */
    record Failed<R>(Problem problem) implements ScreenState<R> {}

    /** Whether a person may type and press. */
    default boolean isOpen() {
        return !(this instanceof Checking) && !(this instanceof Running);
    }
}
