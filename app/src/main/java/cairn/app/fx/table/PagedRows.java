package cairn.app.fx.table;

import cairn.app.fx.task.Tasks;
import cairn.app.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.collections.ObservableListBase;

/**
 * Any number of rows, of which only some pages are held. {@code get} never waits: it answers a row whose content comes later.
 * What is held is an id of 8 octets for each row, and at most {@link #MOST_PAGES} pages.
 */
public final class PagedRows<R> extends ObservableListBase<Row<R>> {
    /** Rows that are read at once. */
    static final int PAGE = 100;

    /** More than any window shows, so that going back a little reads nothing. */
    static final int MOST_PAGES = 40;

    private final Tasks tasks;
    private final RowSource<R> source;
    private final Consumer<Problem> failed;
    private final Map<Integer, Page<R>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private long[] ids = new long[0];
    private int size;

    /**
     * None yet.
     *
     * @param failed hears that a page could not be read
     */
    PagedRows(Tasks tasks, RowSource<R> source, Consumer<Problem> failed) {
        this.tasks = tasks;
        this.source = source;
        this.failed = failed;
    }

    /**
     * Some rows beside each other.
     *
     * @param wanted false once it was let go: then it need not be read any more
     */
    private record Page<R>(List<Row<R>> rows, AtomicBoolean wanted) {}

    /** Rows that were found after those that are there. */
    void append(long[] more) {
        if (more.length == 0) {
            return;
        }
        int before = size;
        beginChange();
        if (size + more.length > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(size + more.length, 2 * size));
        }
        System.arraycopy(more, 0, ids, size, more.length);
        nextAdd(size, size + more.length);
        size += more.length;
        endChange();
        // The last page was held while it was short: cells show its rows, so they stay, and only what is new is read.
        Page<R> last = pages.get(before / PAGE);
        if (last != null && last.rows().size() == before % PAGE) {
            pages.put(before / PAGE, lengthened(last, before));
        }
    }

    private Page<R> lengthened(Page<R> page, int from) {
        List<Row<R>> rows = new ArrayList<>(page.rows());
        List<Row<R>> more = rows(from, Math.min(size, (from / PAGE + 1) * PAGE));
        rows.addAll(more);
        read(new Page<>(more, page.wanted()));
        return new Page<>(rows, page.wanted());
    }

    private List<Row<R>> rows(int from, int end) {
        List<Row<R>> rows = new ArrayList<>(end - from);
        for (int i = from; i < end; i++) {
            rows.add(new Row<>(this, i, ids[i]));
        }
        return rows;
    }

    /** The id that stands at a place, without reading a row. */
    public long id(int index) {
        return ids[Objects.checkIndex(index, size)];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Row<R> get(int index) {
        int number = Objects.checkIndex(index, size) / PAGE;
        Page<R> page = pages.get(number);
        if (page == null) {
            page = load(number);
        }
        return page.rows().get(index % PAGE);
    }

    private Page<R> load(int number) {
        int first = number * PAGE;
        Page<R> page = new Page<>(rows(first, Math.min(size, first + PAGE)), new AtomicBoolean(true));
        pages.put(number, page);
        if (pages.size() > MOST_PAGES) {
            letGo(pages.keySet().iterator().next());
        }
        read(page);
        return page;
    }

    private void letGo(int number) {
        Page<R> gone = pages.remove(number);
        if (gone != null) {
            gone.wanted().set(false);
        }
    }

    private void read(Page<R> page) {
        long[] wanted = page.rows().stream().mapToLong(Row::id).toArray();
        tasks.look(
                progress -> page.wanted().get() ? source.rows(wanted) : Map.<Long, R>of(),
                found -> page.rows().forEach(row -> row.fill(Optional.ofNullable(found.get(row.id())))),
                failed);
    }

    /** Reads again what is held: something was changed. */
    void refresh() {
        List.copyOf(pages.values()).forEach(this::read);
    }

    /** Where this id stands; below 0 if it does not. */
    int place(long id) {
        for (int i = 0; i < size; i++) {
            if (ids[i] == id) {
                return i;
            }
        }
        return -1;
    }

    /** How many pages are held. */
    int held() {
        return pages.size();
    }

    @Override
    public int indexOf(Object wanted) {
        return wanted instanceof Row<?> row && row.isOf(this) ? row.index() : -1;
    }

    @Override
    public int lastIndexOf(Object wanted) {
        return indexOf(wanted);
    }

    @Override
    public boolean contains(Object wanted) {
        return indexOf(wanted) >= 0;
    }

    /** The same list only: to compare a million rows would read them all. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
