package cairn.ca.audit;

/** The journal could not be written or is not intact. While this stands, nothing may be signed. */
public final class JournalException extends Exception {
    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
