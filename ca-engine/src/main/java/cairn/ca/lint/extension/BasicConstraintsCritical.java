package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** basicConstraints of an authority is critical. */
final class BasicConstraintsCritical extends CertificateRule {
    BasicConstraintsCritical() {
        super(
                "rfc5280.basic-constraints-critical",
                "RFC 5280 section 4.2.1.9",
                Severity.ERROR,
                "basicConstraints of an authority is critical");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.isAuthority() && !certificate.extensions().isCritical(Oid.BASIC_CONSTRAINTS)) {
            report.add("basicConstraints", "is not critical");
        }
    }
}
