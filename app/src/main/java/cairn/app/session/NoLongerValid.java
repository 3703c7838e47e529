package cairn.app.session;

import cairn.ca.audit.LedgerException;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Selection;
import cairn.ca.x509.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which certificates are of no use any more. */
final class NoLongerValid {
    /** Serial numbers of this workspace are unique; those of others may begin alike. */
    private static final int ALIKE = 50;

    private NoLongerValid() {}

    /** A line for each reason. */
    static List<String> words(Session session, List<Certificate> certificates, Instant now) throws LedgerException {
        List<String> words = new ArrayList<>();
        for (Certificate certificate : certificates) {
            String title = "certificate " + certificate.serialNumber().hex() + " (" + certificate.subject() + ") ";
            Selection same = Selection.containing(certificate.serialNumber().hex());
            session
                    .register()
                    .inventory()
                    .page(same, Inventory.Order.NEWEST_FIRST, Optional.empty(), ALIKE)
                    .rows()
                    .stream()
                    .filter(row -> row.serialNumber().equals(certificate.serialNumber()))
                    .filter(row -> row.status() != CertificateStatus.VALID)
                    .forEach(row ->
                            words.add(title + (row.status() == CertificateStatus.HELD ? "is on hold" : "is revoked")));
            if (certificate.validity().notAfter().isBefore(now)) {
                words.add(title + "expired on " + certificate.validity().notAfter());
            }
        }
        return words;
    }
}
