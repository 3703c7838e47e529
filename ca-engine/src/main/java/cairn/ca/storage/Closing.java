package cairn.ca.storage;

import cairn.ca.audit.JournalException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, the last first, unless it is to be kept open. */
final class Closing implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T opening) {
        opened.push(opening);
        return opening;
    }

    void keepOpen() {
        opened.clear();
    }

    @Override
    public void close() throws IOException, SQLException, JournalException {
        Exception first = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                // Whatever one of them throws, the others are closed too.
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        switch (first) {
            case null -> {}
            case IOException e -> throw e;
            case SQLException e -> throw e;
            case JournalException e -> throw e;
            default -> throw new IllegalStateException(first);
        }
    }
}
