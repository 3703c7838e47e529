package cairn.app.fx.task;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** A piece of work as the screen sees it. Its properties change on the screen's thread only. */
public final class Job {
    /** The share is not known. */
    public static final double UNKNOWN = -1;

    private final String title;
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(true);
    private volatile boolean cancelled;

    /** A piece of work that has just been asked for. */
    public Job(String title) {
        this.title = title;
    }

    /** What is being done. */
    public String title() {
        return title;
    }

    /** From 0 to 1, or {@link #UNKNOWN}. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** How many steps are done. */
    public ReadOnlyLongProperty count() {
        return count.getReadOnlyProperty();
    }

    /** False once it has ended. */
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Asks it to end after the step in hand. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether it was asked to end. */
    public boolean isCancelled() {
        return cancelled;
    }

    void reached(long done, long total) {
        count.set(done);
        share.set(total > 0 ? (double) done / total : UNKNOWN);
    }

    void ended() {
        running.set(false);
    }
}
