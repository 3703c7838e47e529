package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.x509.Severity;

/** An extension that is not critical leaves the critical field out. */
final class CriticalFalseEncoded extends CertificateRule {
    CriticalFalseEncoded() {
        super(
                "x690.critical-false-encoded",
                "X.690 section 11.5; RFC 5280 section 4.2",
                Severity.ERROR,
                "An extension that is not critical leaves the critical field out");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        for (ExtensionView extension : certificate.extensions().all()) {
            if (extension.isCriticalWritten() && !extension.isCritical()) {
                report.add("extension " + extension.oid(), "critical FALSE is the default and must not be encoded");
            }
        }
    }
}
