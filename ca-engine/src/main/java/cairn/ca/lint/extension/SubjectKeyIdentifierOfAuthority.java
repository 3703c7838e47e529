package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** An authority has subjectKeyIdentifier. */
final class SubjectKeyIdentifierOfAuthority extends CertificateRule {
    SubjectKeyIdentifierOfAuthority() {
        super(
                "rfc5280.ski-of-authority",
                "RFC 5280 section 4.2.1.2",
                Severity.ERROR,
                "An authority has subjectKeyIdentifier");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.isAuthority()
                && certificate.extensions().subjectKeyIdentifier().isEmpty()) {
            report.add("subjectKeyIdentifier", "an authority without it");
        }
    }
}
