package cairn.app.fx.table;

import cairn.app.fx.task.Job;
import cairn.app.fx.task.Tasks;
import cairn.app.problem.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table and the search that finds them. The newest search wins: what an older one still finds is dropped, and it
 * is asked to end. What is shown stays until the new search has found something, or nothing.
 */
public final class TableModel<R> implements AutoCloseable {
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<PagedRows<R>> rows;
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Search search;

    /** Without rows. */
    public TableModel(Tasks tasks) {
        this.tasks = tasks;
        this.rows = new ReadOnlyObjectWrapper<>(new PagedRows<>(tasks, new Nothing<>(), failure -> {}));
    }

    /** The rows that are shown. */
    public ReadOnlyObjectProperty<PagedRows<R>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** Whether more may come. */
    public ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    /** Why the newest search failed. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Looks for other rows. */
    public void search(RowSource<R> source) {
        end();
        Search made = new Search(source);
        search = made;
        searching.set(true);
        made.begin();
    }

    /** Reads again what is shown. */
    public void refresh() {
        rows.get().refresh();
    }

    @Override
    public void close() {
        end();
        search = null;
    }

    private void end() {
        if (search != null) {
            search.ended = true;
        }
    }

    /** One search: it writes into its own list, which is shown once there is something in it. */
    private final class Search {
        private final RowSource<R> source;
        private final PagedRows<R> found;
        private volatile boolean ended;
        private long[] waiting = new long[0];

        Search(RowSource<R> source) {
            this.source = source;
            this.found = new PagedRows<>(tasks, source, failure -> problem.set(Optional.of(failure)));
        }

        void begin() {
            Job job = tasks.look(
                    progress -> {
                        source.find((more, looked, all) -> {
                            put(more);
                            return progress.goesOn(looked, all) && !ended;
                        });
                        return this;
                    },
                    done -> done(Optional.empty()),
                    failure -> done(Optional.of(failure)));
            job.count().subscribe(ignored -> show());
        }

        private synchronized void put(long[] more) {
            int before = waiting.length;
            waiting = Arrays.copyOf(waiting, before + more.length);
            System.arraycopy(more, 0, waiting, before, more.length);
        }

        private synchronized long[] take() {
            long[] taken = waiting;
            waiting = new long[0];
            return taken;
        }

        private void show() {
            long[] more = take();
            if (search != this || more.length == 0) {
                return;
            }
            found.append(more);
            rows.set(found);
        }

        private void done(Optional<Problem> failure) {
            if (search != this) {
                return;
            }
            show();
            rows.set(found);
            problem.set(failure);
            searching.set(false);
        }
    }

    private record Nothing<R>() implements RowSource<R> {
        @Override
        public void find(Finds finds) {
            // There is nothing.
        }

        @Override
        public Map<Long, R> rows(long[] ids) {
            return Map.of();
        }
    }
}
