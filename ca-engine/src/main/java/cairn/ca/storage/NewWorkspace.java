package cairn.ca.storage;

/**
 * What a workspace is made of.
 *
 * @param station from 1 to 16383, different for every workspace that signs with the same authority's key
 * @param purpose why it exists, 1 to 1000 characters
 */
public record NewWorkspace(int station, String purpose) {
    /** Refuses what cannot be recorded. */
    public NewWorkspace {
        SerialSource.requireStation(station);
        if (purpose.isBlank() || purpose.length() > 1000) {
            throw new IllegalArgumentException("a purpose has 1 to 1000 characters");
        }
    }
}
