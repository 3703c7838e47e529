package cairn.ca.profile;

/** Reads profile files strictly: a key that is unknown, doubled or of the wrong type is refused with its place. */
public final class ProfileReader {
    private ProfileReader() {}

    /**
     * The profile in a file, UTF-8 with or without a byte order mark.
     *
     * @param fileName only for messages
     * @throws ProfileException with every problem that was found
     */
    public static Profile read(String fileName, byte[] content) throws ProfileException {
        throw new UnsupportedOperationException();
    }
}
