package cairn.ca.storage;

import cairn.ca.audit.LedgerException;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Selection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Goes through the certificates from the newest to the oldest in windows of their ids, which are their places in the journal.
 * Between two windows the connection is free for others. The first window is small, so that the first page is there at once.
 */
final class InventorySearch {
    private static final long FIRST_WINDOW = 2_000;
    private static final long WINDOW = 64_000;

    private final Connection connection;
    private final Selection selection;
    private final Inventory.Order order;
    private final Ids found = new Ids();
    private final Ids ends = new Ids();

    InventorySearch(Connection connection, Selection selection, Inventory.Order order) {
        this.connection = connection;
        this.selection = selection;
        this.order = order;
    }

    void run(Inventory.Finds finds) throws LedgerException {
        try {
            long highest = bound("max");
            long lowest = bound("min");
            long all = highest - lowest + 1;
            boolean byExpiry = order == Inventory.Order.EXPIRY;
            if (byExpiry
                    && selection.status().isPresent()
                    && selection.expiresBefore().isPresent()) {
                look(Condition.of(selection));
                finds.goesOn(inOrderOfExpiry(), all, all);
                return;
            }
            long window = FIRST_WINDOW;
            for (long above = highest; above >= lowest && highest > 0; above -= window, window = WINDOW) {
                Condition condition = Condition.withoutIndexes(selection);
                condition.and("id <= ? AND id > ?", above, above - window);
                look(condition);
                long[] more = byExpiry ? new long[0] : found.take();
                if (!finds.goesOn(more, Math.min(all, highest - above + window), all)) {
                    return;
                }
            }
            if (byExpiry) {
                finds.goesOn(inOrderOfExpiry(), all, all);
            }
        } catch (SQLException e) {
            throw InventoryInRegister.unreadable(e);
        }
    }

    private long bound(String which) throws SQLException {
        synchronized (connection) {
            try (PreparedStatement query = connection.prepareStatement("SELECT " + which + "(id) FROM certificate");
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void look(Condition condition) throws SQLException {
        synchronized (connection) {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT id, not_after_s FROM certificate" + condition.where() + " ORDER BY id DESC")) {
                condition.set(query);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getLong(1));
                        ends.add(row.getLong(2));
                    }
                }
            }
        }
        if (order != Inventory.Order.EXPIRY) {
            ends.take();
        }
    }

    private long[] inOrderOfExpiry() {
        long[] ids = found.take();
        long[] last = ends.take();
        List<Integer> places = IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> last[i]).thenComparingLong(i -> ids[i]))
                .toList();
        return places.stream().mapToLong(i -> ids[i]).toArray();
    }

    /** Numbers without objects. */
    private static final class Ids {
        private long[] numbers = new long[256];
        private int count;

        void add(long number) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            numbers[count++] = number;
        }

        long[] take() {
            long[] taken = Arrays.copyOf(numbers, count);
            count = 0;
            return taken;
        }
    }
}
