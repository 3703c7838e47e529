package cairn.app.fx.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A table of any length holds few pages, never waits, and shows what the newest search found. */
final class PagedRowsTest {
    private final HeldTasks tasks = new HeldTasks();
    private final TableModel<String> model = new TableModel<>(tasks);

    /** Rows called by their ids, found in one portion or more. */
    private static final class Numbers implements RowSource<String> {
        private final String prefix;
        private final List<long[]> portions;
        private final List<long[]> read = new ArrayList<>();

        Numbers(String prefix, long[]... portions) {
            this.prefix = prefix;
            this.portions = List.of(portions);
        }

        @Override
        public void find(Finds finds) {
            long looked = 0;
            for (long[] portion : portions) {
                looked += portion.length + 1;
                if (!finds.goesOn(portion, looked, 0)) {
                    return;
                }
            }
        }

        @Override
        public Map<Long, String> rows(long[] ids) {
            read.add(ids);
            Map<Long, String> rows = new HashMap<>();
            LongStream.of(ids).filter(id -> id >= 0).forEach(id -> rows.put(id, prefix + id));
            return rows;
        }
    }

    private static long[] upTo(long end) {
        return LongStream.range(0, end).toArray();
    }

    private String shown(int index) {
        return model.rows().get().get(index).content().get().orElse("on its way");
    }

    @Test
    void aRowIsThereAtOnceAndItsContentComesLater() {
        show(new Numbers("n", upTo(1_000_000)));
        assertEquals(1_000_000, model.rows().get().size());
        assertEquals("on its way", shown(765_432));
        assertEquals(1, tasks.waiting());
        assertEquals("on its way", shown(765_431));
        assertEquals(1, tasks.waiting(), "the same page is asked for once");
        tasks.runAll();
        assertEquals("n765432", shown(765_432));
    }

    @Test
    void aWalkOverAMillionRowsHoldsFewPagesAndReadsEachPageOnce() {
        Numbers source = new Numbers("n", upTo(1_000_000));
        PagedRows<String> rows = show(source);
        for (int i = 0; i < rows.size(); i += 25) {
            rows.get(i);
            tasks.runAll();
            assertTrue(rows.held() <= PagedRows.MOST_PAGES);
        }
        assertEquals(1_000_000 / PagedRows.PAGE, source.read.size());
        assertEquals("n999999", shown(999_999));
    }

    @Test
    void aPageThatWasLetGoBeforeItWasReadIsNotRead() {
        Numbers source = new Numbers("n", upTo(100_000));
        PagedRows<String> rows = show(source);
        for (int page = 0; page <= PagedRows.MOST_PAGES; page++) {
            rows.get(page * PagedRows.PAGE);
        }
        tasks.runAll();
        assertEquals(PagedRows.MOST_PAGES, source.read.size());
    }

    @Test
    void theNewestSearchWinsWhicheverEndsLast() {
        model.search(new Numbers("old", upTo(5)));
        model.search(new Numbers("new", upTo(7)));
        tasks.run(1);
        assertEquals(7, model.rows().get().size());
        assertFalse(model.searching().get());
        tasks.runAll();
        assertEquals(7, model.rows().get().size());
        shown(0);
        tasks.runAll();
        assertEquals("new0", shown(0));
    }

    @Test
    void whatIsShownStaysUntilTheNextSearchHasFoundSomething() {
        PagedRows<String> before = show(new Numbers("n", upTo(5)));
        model.search(new Numbers("m", upTo(2)));
        assertSame(before, model.rows().get());
        assertTrue(model.searching().get());
        tasks.runAll();
        assertEquals(2, model.rows().get().size());
    }

    @Test
    void anEndedSearchIsToldSo() {
        List<Long> looked = new ArrayList<>();
        RowSource<String> endless = new RowSource<>() {
            @Override
            public void find(Finds finds) {
                for (long i = 1; finds.goesOn(new long[0], i, 0); i++) {
                    looked.add(i);
                }
            }

            @Override
            public Map<Long, String> rows(long[] ids) {
                return Map.of();
            }
        };
        model.search(endless);
        model.close();
        tasks.runAll();
        assertEquals(List.of(), looked);
    }

    @Test
    void aShortLastPageKeepsItsRowsWhenMoreIsFound() {
        PagedRows<String> rows = new PagedRows<>(tasks, new Numbers("n"), problem -> {});
        rows.append(new long[] {10, 11});
        Row<String> first = rows.get(0);
        rows.append(LongStream.range(12, 500).toArray());
        tasks.runAll();
        assertSame(first, rows.get(0), "a cell shows this very object");
        assertEquals(Optional.of("n10"), first.content().get());
        assertEquals(Optional.of("n109"), rows.get(99).content().get());
        assertEquals(490, rows.size());
        assertEquals(499, rows.id(489));
    }

    @Test
    void aRowThatIsGoneStaysEmptyAndOthersAreReadAgainAfterAChange() {
        show(new Numbers("n", new long[] {3, -1, 4}));
        shown(0);
        tasks.runAll();
        assertEquals("n3", shown(0));
        assertEquals("on its way", shown(1));
        assertEquals("n4", shown(2));
        model.refresh();
        assertEquals(1, tasks.waiting());
    }

    @Test
    void aRowKnowsItsPlaceWithoutReadingOthers() {
        Numbers source = new Numbers("n", upTo(1_000_000));
        PagedRows<String> rows = show(source);
        Row<String> row = rows.get(900_000);
        assertEquals(900_000, rows.indexOf(row));
        assertTrue(rows.contains(row));
        assertEquals(-1, show(new Numbers("m", upTo(3))).indexOf(row), "it is another table's");
        assertEquals(0, source.read.size() - 1);
        assertThrows(IndexOutOfBoundsException.class, () -> rows.get(1_000_000));
    }

    @Test
    void aSearchOrAPageThatFailsIsSaid() {
        RowSource<String> broken = new RowSource<>() {
            @Override
            public void find(Finds finds) throws Problem {
                throw Problem.badInput("X-1", "No.", "", "");
            }

            @Override
            public Map<Long, String> rows(long[] ids) {
                return Map.of();
            }
        };
        show(broken);
        assertEquals("X-1", model.problem().get().orElseThrow().code());
        assertEquals(0, model.rows().get().size());
        show(new Numbers("n", upTo(1)));
        assertEquals(Optional.empty(), model.problem().get());
    }

    private PagedRows<String> show(RowSource<String> source) {
        model.search(source);
        tasks.runAll();
        return model.rows().get();
    }
}
