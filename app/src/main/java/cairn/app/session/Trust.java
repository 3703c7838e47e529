package cairn.app.session;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Selection;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.SerialNumber;
import cairn.ca.x509.SignatureCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a certificate may be relied on, as far as this workspace can know.
 *
 * @param issuer the authority of this workspace that the certificate names as its issuer
 * @param barrier the certificate on the way up that is the reason, where it is not the one that was asked about
 */
public record Trust(Standing standing, Optional<AuthorityName> issuer, Optional<Certificate> barrier) {
    /** Serial numbers of this workspace are unique; those of others may begin alike. */
    private static final int ALIKE = 50;

    /** More authorities than any chain has. */
    private static final int LONGEST = 32;

    /** What is known. */
    public enum Standing {
        /** Issued here, in force, and so is everything above it. */
        VALID,
        HELD,
        REVOKED,
        EXPIRED,
        NOT_YET_VALID,
        /** An authority of this workspace signed it, and the register knows nothing of it. */
        NOT_RECORDED,
        /** It names an authority of this workspace, which did not sign it. */
        FORGED,
        /** Nothing of this workspace issued it. */
        FOREIGN
    }

    /** Asks register and dates. */
    public static Trust of(Session session, Certificate certificate, Instant now) throws LedgerException {
        Trust own = one(session, certificate, now);
        Optional<AuthorityName> above = own.issuer();
        for (int i = 0; own.standing() == Standing.VALID && above.isPresent() && i < LONGEST; i++) {
            Optional<Authority> authority = session.register().authorities().find(above.get());
            Optional<Certificate> next = authority.flatMap(Authority::certificate);
            if (next.isPresent() && !next.get().equals(certificate)) {
                Trust upper = one(session, next.get(), now);
                if (upper.standing() != Standing.VALID && upper.standing() != Standing.FOREIGN) {
                    return new Trust(upper.standing(), own.issuer(), next);
                }
            }
            above = authority.flatMap(Authority::parent);
        }
        return own;
    }

    private static Trust one(Session session, Certificate certificate, Instant now) throws LedgerException {
        List<Authority> named = session.register().authorities().all().stream()
                .filter(known -> known.certificate()
                        .filter(own -> own.subject().equals(certificate.issuer()))
                        .isPresent())
                .toList();
        if (named.isEmpty()) {
            return new Trust(Standing.FOREIGN, Optional.empty(), Optional.empty());
        }
        Optional<AuthorityName> signer = named.stream()
                .filter(known -> SignatureCheck.verifies(
                        known.certificate().orElseThrow().publicKey(), certificate))
                .map(Authority::name)
                .findFirst();
        if (signer.isEmpty()) {
            return new Trust(Standing.FORGED, Optional.of(named.getFirst().name()), Optional.empty());
        }
        return new Trust(standing(session, signer.get(), certificate, now), signer, Optional.empty());
    }

    private static Standing standing(Session session, AuthorityName issuer, Certificate certificate, Instant now)
            throws LedgerException {
        Optional<CertificateStatus> status = status(session, issuer, certificate.serialNumber());
        if (status.isEmpty()
                || !session.register()
                        .certificates()
                        .find(issuer, certificate.serialNumber())
                        .equals(Optional.of(certificate))) {
            return Standing.NOT_RECORDED;
        }
        if (status.get() == CertificateStatus.REVOKED) {
            return Standing.REVOKED;
        }
        if (now.isAfter(certificate.validity().notAfter())) {
            return Standing.EXPIRED;
        }
        if (now.isBefore(certificate.validity().notBefore())) {
            return Standing.NOT_YET_VALID;
        }
        return status.get() == CertificateStatus.HELD ? Standing.HELD : Standing.VALID;
    }

    private static Optional<CertificateStatus> status(Session session, AuthorityName issuer, SerialNumber serial)
            throws LedgerException {
        return session
                .register()
                .inventory()
                .page(Selection.containing(serial.hex()), Inventory.Order.NEWEST_FIRST, Optional.empty(), ALIKE)
                .rows()
                .stream()
                .filter(row -> row.issuer().equals(issuer) && row.serialNumber().equals(serial))
                .map(CertificateSummary::status)
                .findFirst();
    }
}
