package cairn.ca.publication;

/** A file could not be handed out, or what was written does not read back as what was meant. */
public final class PublicationException extends Exception {
    public PublicationException(String message) {
        super(message);
    }

    public PublicationException(String message, Throwable cause) {
        super(message, cause);
    }
}
