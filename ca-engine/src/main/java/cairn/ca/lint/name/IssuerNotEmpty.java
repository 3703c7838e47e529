package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** The issuer has a name. */
final class IssuerNotEmpty extends CertificateRule {
    IssuerNotEmpty() {
        super("rfc5280.issuer-not-empty", "RFC 5280 section 4.1.2.4", Severity.ERROR, "The issuer has a name");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.issuer().isEmpty()) {
            report.add("issuer", "the name is empty");
        }
    }
}
