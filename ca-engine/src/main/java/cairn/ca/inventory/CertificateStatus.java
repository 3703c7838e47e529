package cairn.ca.inventory;

/** What the register says of a certificate; that it expired is for the clock to say. */
public enum CertificateStatus {
    VALID,
    HELD,
    REVOKED
}
