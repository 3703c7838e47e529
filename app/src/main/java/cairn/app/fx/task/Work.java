package cairn.app.fx.task;

import cairn.ca.audit.Progress;

/** Something that takes time: it runs beside the screen and must not touch it. */
@FunctionalInterface
public interface Work<T> {
    /**
     * Does it.
     *
     * @param progress to be told how far it is; says whether to go on
     */
    T run(Progress progress) throws Exception;
}
