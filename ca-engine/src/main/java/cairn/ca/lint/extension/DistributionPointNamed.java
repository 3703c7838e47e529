package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.DistributionPointView;
import cairn.ca.x509.Severity;

/** A distribution point has a name or a cRLIssuer. */
final class DistributionPointNamed extends CertificateRule {
    DistributionPointNamed() {
        super(
                "rfc5280.distribution-point-named",
                "RFC 5280 section 4.2.1.13",
                Severity.ERROR,
                "A distribution point has a name or a cRLIssuer");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        for (DistributionPointView point : certificate.extensions().crlDistributionPoints()) {
            if (!point.named() && !point.crlIssuer()) {
                report.add("cRLDistributionPoints", "a point without a name and without a cRLIssuer");
            }
        }
    }
}
