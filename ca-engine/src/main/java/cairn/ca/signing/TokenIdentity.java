package cairn.ca.signing;

/**
 * Which token this is (PKCS#11 CK_TOKEN_INFO, blanks trimmed).
 *
 * @param kind whether it is a PKCS#11 token or the software token, which is not an HSM
 */
public record TokenIdentity(String label, String serialNumber, String manufacturer, String model, Kind kind) {
    /** What stands behind the port. */
    public enum Kind {
        PKCS11,
        SOFTWARE
    }
}
