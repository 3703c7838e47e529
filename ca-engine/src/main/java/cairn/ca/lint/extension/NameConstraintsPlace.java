package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** Only an authority has nameConstraints. */
final class NameConstraintsPlace extends CertificateRule {
    NameConstraintsPlace() {
        super(
                "rfc5280.name-constraints-place",
                "RFC 5280 section 4.2.1.10",
                Severity.ERROR,
                "Only an authority has nameConstraints");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().has(Oid.NAME_CONSTRAINTS) && !certificate.isAuthority()) {
            report.add("nameConstraints", "in the certificate of an end entity");
        }
    }
}
