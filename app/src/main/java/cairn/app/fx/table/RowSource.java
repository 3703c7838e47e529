package cairn.app.fx.table;

import java.util.Map;

/** Where the rows of a table come from. Used beside the screen only. */
public interface RowSource<R> {
    /** Finds the ids of all rows in their order, in portions. */
    void find(Finds finds) throws Exception;

    /** The rows with these ids; one that is gone is left out. */
    Map<Long, R> rows(long[] ids) throws Exception;

    /** Hears what is found. */
    @FunctionalInterface
    interface Finds {
        /** Whether the search goes on: more ids, how much was looked at, and how much there is to look at. */
        boolean goesOn(long[] more, long looked, long all);
    }
}
