package cairn.ca.audit;

/** The ledger could not record or answer; what was to follow the record must not happen. */
public final class LedgerException extends Exception {
    public LedgerException(String message) {
        super(message);
    }

    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
