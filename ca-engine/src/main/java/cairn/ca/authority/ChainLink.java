package cairn.ca.authority;

import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Defect;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Certificate;
import java.util.HashSet;
import java.util.Set;

/** One certificate of a path, read strictly: an extension that cannot be read or is not understood ends the check. */
final class ChainLink {
    /** What is processed here or says nothing about a path; RFC 5280 section 6.1.4 (o) refuses all else that is critical. */
    private static final Set<String> UNDERSTOOD = Set.of(
            Oid.BASIC_CONSTRAINTS,
            Oid.KEY_USAGE,
            Oid.EXT_KEY_USAGE,
            Oid.SUBJECT_KEY_IDENTIFIER,
            Oid.AUTHORITY_KEY_IDENTIFIER,
            Oid.SUBJECT_ALT_NAME,
            Oid.NAME_CONSTRAINTS,
            Oid.CERTIFICATE_POLICIES,
            Oid.POLICY_MAPPINGS,
            Oid.POLICY_CONSTRAINTS,
            Oid.INHIBIT_ANY_POLICY,
            Oid.CRL_DISTRIBUTION_POINTS);

    private final Certificate certificate;
    private final CertificateView view;
    private final String label;

    private ChainLink(Certificate certificate, CertificateView view, String label) {
        this.certificate = certificate;
        this.view = view;
        this.label = label;
    }

    /** Reads the certificate; {@code position} is 0 for the one that is checked, then its place in the chain. */
    static ChainLink of(Certificate certificate, int position) throws AuthorityException.Refused {
        String label = certificate.subject() + (position == 0 ? "" : " (number " + position + " of the chain)");
        CertificateView view;
        try {
            view = CertificateView.of(certificate);
        } catch (IllegalArgumentException e) {
            throw new AuthorityException.Refused(
                    "extension", "the certificate of " + label + " cannot be read: " + e.getMessage(), e);
        }
        requireReadable(view, label);
        return new ChainLink(certificate, view, label);
    }

    private static void requireReadable(CertificateView view, String label) throws AuthorityException.Refused {
        for (Defect defect : view.extensions().defects()) {
            throw new AuthorityException.Refused(
                    "extension", "in " + label + ", " + defect.where() + " cannot be read: " + defect.words());
        }
        Set<String> seen = new HashSet<>();
        for (ExtensionView extension : view.extensions().all()) {
            if (!seen.add(extension.oid())) {
                throw new AuthorityException.Refused(
                        "extension", label + " has the extension " + extension.oid() + " twice (RFC 5280 section 4.2)");
            }
            if (extension.isCritical() && !UNDERSTOOD.contains(extension.oid())) {
                throw new AuthorityException.Refused(
                        "critical-extension",
                        label + " has the critical extension " + extension.oid()
                                + ", which is not understood here: its meaning cannot be kept"
                                + " (RFC 5280 section 6.1.4 (o))");
            }
        }
    }

    Certificate certificate() {
        return certificate;
    }

    CertificateView view() {
        return view;
    }

    /** Self-issued ones, of a changed key, do not count in path lengths and are not held against constraints of names. */
    boolean isSelfIssued() {
        return certificate.isSelfIssued();
    }

    /** The subject, with its place in the chain. */
    String label() {
        return label;
    }
}
