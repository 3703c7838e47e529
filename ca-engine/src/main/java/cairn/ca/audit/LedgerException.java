package cairn.ca.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger could not record or answer; what was to follow the record must not happen. */
public final class LedgerException extends Exception {
    private final @Nullable String place;

    public LedgerException(String message) {
        super(message);
        this.place = null;
    }

    public LedgerException(String message, Throwable cause) {
        super(message, cause);
        this.place = null;
    }

    /** With the file or folder beside journal and register that is the matter. */
    public LedgerException(String message, String place, @Nullable Throwable cause) {
        super(message, cause);
        this.place = place;
    }

    /** The file or folder that is the matter, if it is neither journal nor register. */
    public Optional<String> place() {
        return Optional.ofNullable(place);
    }
}
