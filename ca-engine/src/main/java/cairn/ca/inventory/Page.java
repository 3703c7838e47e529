package cairn.ca.inventory;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a list.
 *
 * @param next where the next page begins; empty if this is the last one
 */
public record Page(List<CertificateSummary> rows, Optional<Key> next) {
    /** Takes a copy. */
    public Page {
        rows = List.copyOf(rows);
    }

    /**
     * The place behind a row.
     *
     * @param first what the list is ordered by first: the row's notAfter in seconds since 1970, or its id
     */
    public record Key(long first, long id) {}
}
