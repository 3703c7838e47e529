package cairn.hsm.cryptoki;

/** What a library says of itself and of what it sees: texts with their padding removed, flags as they come. */
public final class Description {
    private Description() {}

    /** CK_INFO. */
    public record Library(String cryptokiVersion, String manufacturer, String description, String version) {}

    /** CK_SLOT_INFO. */
    public record Slot(String description, String manufacturer, long flags) {}

    /** CK_TOKEN_INFO; the counts are {@link Abi#UNAVAILABLE} where the token does not say. */
    public record Token(
            String label,
            String manufacturer,
            String model,
            String serialNumber,
            String firmwareVersion,
            long flags,
            long maxSessions,
            long minPinLength,
            long maxPinLength) {}

    /** CK_MECHANISM_INFO. */
    public record Mechanism(long minKeySize, long maxKeySize, long flags) {}

    /** CK_SESSION_INFO. */
    public record Session(long slotId, long state, long flags, long deviceError) {}
}
