package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** The profile for device identifiers of IEEE 802.1AR advises against this extension, so those are left alone. */
final class SubjectKeyIdentifierOfEndEntity extends CertificateRule {
    SubjectKeyIdentifierOfEndEntity() {
        super(
                "rfc5280.ski-of-end-entity",
                "RFC 5280 section 4.2.1.2",
                Severity.WARNING,
                "An end entity has subjectKeyIdentifier");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!certificate.isAuthority()
                && certificate.extensions().subjectKeyIdentifier().isEmpty()
                && !context.has(LintTag.IDEVID)) {
            report.add("subjectKeyIdentifier", "an end entity without it");
        }
    }
}
