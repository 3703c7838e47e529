package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.Set;

/** Backdating in 2016 was done to go on signing with SHA-1. */
final class SignatureDigest extends CertificateRule {
    private static final Set<String> BROKEN = Set.of(
            "1.2.840.113549.1.1.2",
            "1.2.840.113549.1.1.3",
            "1.2.840.113549.1.1.4",
            "1.2.840.113549.1.1.5",
            Oid.ECDSA_WITH_SHA1,
            "1.2.840.10040.4.3",
            "1.3.14.3.2.29");

    SignatureDigest() {
        super(
                "internal.signature-digest",
                "NIST SP 800-131A; CA/Browser Forum TLS BR section 7.1.3.2",
                Severity.ERROR,
                "Nothing is signed with SHA-1 or an older digest");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (BROKEN.contains(certificate.innerAlgorithm().oid())) {
            report.add("signature", "algorithm " + certificate.innerAlgorithm().oid() + " uses a broken digest");
        }
    }
}
