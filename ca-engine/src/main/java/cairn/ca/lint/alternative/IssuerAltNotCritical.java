package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** issuerAltName is not critical. */
final class IssuerAltNotCritical extends CertificateRule {
    IssuerAltNotCritical() {
        super(
                "rfc5280.issuer-alt-not-critical",
                "RFC 5280 section 4.2.1.7",
                Severity.WARNING,
                "issuerAltName is not critical");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().isCritical(Oid.ISSUER_ALT_NAME)) {
            report.add("issuerAltName", "is critical");
        }
    }
}
