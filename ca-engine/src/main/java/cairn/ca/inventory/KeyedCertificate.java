package cairn.ca.inventory;

import cairn.ca.x509.Certificate;

/**
 * A certificate that was found by its key.
 *
 * @param profile the name of the profile under which it was issued
 */
public record KeyedCertificate(Certificate certificate, String profile, CertificateStatus status) {}
