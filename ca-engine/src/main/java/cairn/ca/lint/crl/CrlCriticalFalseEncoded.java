package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.x509.Severity;

/** An extension of a list that is not critical leaves the critical field out. */
final class CrlCriticalFalseEncoded extends CrlRule {
    CrlCriticalFalseEncoded() {
        super(
                "x690.crl-critical-false-encoded",
                "X.690 section 11.5; RFC 5280 section 5.2",
                Severity.ERROR,
                "An extension of a list that is not critical leaves the critical field out");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        for (ExtensionView extension : list.extensions().all()) {
            if (extension.isCriticalWritten() && !extension.isCritical()) {
                report.add("extension " + extension.oid(), "critical FALSE is the default and must not be encoded");
            }
        }
    }
}
