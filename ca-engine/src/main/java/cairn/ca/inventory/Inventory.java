package cairn.ca.inventory;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SerialNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The read side: small rows in pages, and counts that cost nothing. */
public interface Inventory {
    /** The most rows that one page may have. */
    int MOST_ROWS = 10_000;

    /**
     * A page in an order.
     *
     * @param after the {@link Page#next()} of the page before, or empty for the first page
     * @param rows at most so many, 1 to {@link #MOST_ROWS}
     */
    Page page(Selection selection, Order order, Optional<Page.Key> after, int rows) throws LedgerException;

    /**
     * Finds every certificate of a selection as it is now, without reading rows: what a person scrolls through is a picture
     * of one moment, and 8 octets for each certificate. The search takes short steps, so that others read in between and it
     * can be ended.
     *
     * @param finds hears of them in their order; of {@link Order#EXPIRY} all at the end
     */
    void find(Selection selection, Order order, Finds finds) throws LedgerException;

    /** The rows of these certificates in this order; an id that there is not is left out. At most {@link #MOST_ROWS}. */
    List<CertificateSummary> rows(List<Long> ids) throws LedgerException;

    /** Hears what a search finds. */
    @FunctionalInterface
    interface Finds {
        /**
         * Whether the search goes on.
         *
         * @param more ids of further certificates; may be empty
         * @param looked how many entries were looked at
         * @param all how many there are to look at, about
         */
        boolean goesOn(long[] more, long looked, long all);
    }

    /** One certificate's row. */
    Optional<CertificateSummary> find(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException;

    /**
     * Every certificate that this issuer issued for one of these public keys, oldest first, asked in one step; a key that
     * has none is left out.
     */
    Map<Fingerprint, List<KeyedCertificate>> ofKeys(AuthorityName issuer, Set<Fingerprint> publicKeys)
            throws LedgerException;

    /** How many certificates each issuer has of each status; statuses without any are left out. */
    Map<AuthorityName, Map<CertificateStatus, Long>> counts() throws LedgerException;

    /**
     * How many valid certificates end in each of the periods between these instants, each from one on and before the next;
     * so there is one number less than there are instants.
     */
    List<Long> endings(List<Instant> bounds) throws LedgerException;

    /** How a list is ordered. */
    enum Order {
        /** The certificate issued last comes first. */
        NEWEST_FIRST,
        /** The certificate that expires first comes first. */
        EXPIRY
    }
}
