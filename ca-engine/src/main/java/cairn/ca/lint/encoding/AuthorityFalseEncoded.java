package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** basicConstraints of an end entity leaves the cA field out. */
final class AuthorityFalseEncoded extends CertificateRule {
    AuthorityFalseEncoded() {
        super(
                "x690.authority-false-encoded",
                "X.690 section 11.5; RFC 5280 section 4.2.1.9",
                Severity.ERROR,
                "basicConstraints of an end entity leaves the cA field out");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().basicConstraints().ifPresent(constraints -> {
            if (constraints.authorityWritten() && !constraints.authority()) {
                report.add("basicConstraints", "cA FALSE is the default and must not be encoded");
            }
        });
    }
}
