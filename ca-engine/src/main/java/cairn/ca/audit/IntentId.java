package cairn.ca.audit;

import java.util.UUID;

/** Names one intended signature from the moment it is recorded until it is completed or closed. */
public record IntentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
