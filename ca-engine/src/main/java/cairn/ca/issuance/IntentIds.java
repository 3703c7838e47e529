package cairn.ca.issuance;

import cairn.ca.audit.IntentId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Makes the identifiers of intents: random UUIDs (RFC 9562 section 5.4), from the randomness that it was handed. */
public final class IntentIds {
    private final SecureRandom random;

    /** Draws from {@code random}. */
    public IntentIds(SecureRandom random) {
        this.random = random;
    }

    /** A new identifier. */
    public IntentId next() {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        octets[6] = (byte) ((octets[6] & 0x0F) | 0x40);
        octets[8] = (byte) ((octets[8] & 0x3F) | 0x80);
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new IntentId(new UUID(buffer.getLong(), buffer.getLong()));
    }
}
