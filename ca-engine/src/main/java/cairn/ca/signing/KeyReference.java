package cairn.ca.signing;

/**
 * How a key is found again: by the label and serial of its token and the key's identifier, never by a slot or an
 * object handle.
 *
 * @param tokenLabel the token's label, blanks trimmed
 * @param tokenSerial the token's serial number, blanks trimmed
 * @param keyId CKA_ID in lower-case hexadecimal
 * @param label CKA_LABEL, for people
 */
public record KeyReference(String tokenLabel, String tokenSerial, String keyId, String label) {
    /** Refuses an identifier that is not an even number of lower-case hexadecimal digits. */
    public KeyReference {
        if (!keyId.matches("([0-9a-f]{2})+")) {
            throw new IllegalArgumentException("not a key identifier in hexadecimal: " + keyId);
        }
    }
}
