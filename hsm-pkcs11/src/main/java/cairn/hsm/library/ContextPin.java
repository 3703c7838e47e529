package cairn.hsm.library;

import cairn.hsm.token.Pin;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** A PIN for one use of a key, or none where it is typed on the token itself. */
final class ContextPin implements AutoCloseable {
    private final @Nullable Pin pin;

    ContextPin(@Nullable Pin pin) {
        this.pin = pin;
    }

    MemorySegment octets() {
        return pin == null ? MemorySegment.NULL : pin.octets();
    }

    @Override
    public void close() {
        if (pin != null) {
            pin.close();
        }
    }
}
