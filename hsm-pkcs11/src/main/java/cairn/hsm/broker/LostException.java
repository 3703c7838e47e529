package cairn.hsm.broker;

import java.io.IOException;

/** The broker is gone, silent or confused, and its answer with it. */
final class LostException extends Exception {
    private final boolean delivered;

    LostException(boolean delivered, IOException cause) {
        super(cause.getMessage(), cause);
        this.delivered = delivered;
    }

    /** Whether the broker may have got the whole question. If not, nothing was done. */
    boolean delivered() {
        return delivered;
    }
}
