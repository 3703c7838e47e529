package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.x509.Severity;
import java.util.HashSet;
import java.util.Set;

/** No extension of a list occurs twice. */
final class CrlExtensionTwice extends CrlRule {
    CrlExtensionTwice() {
        super(
                "rfc5280.crl-extension-twice",
                "RFC 5280 sections 5.2 and 4.2",
                Severity.ERROR,
                "No extension of a list occurs twice");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        Set<String> seen = new HashSet<>();
        for (ExtensionView extension : list.extensions().all()) {
            if (!seen.add(extension.oid())) {
                report.add("extension " + extension.oid(), "occurs more than once");
            }
        }
    }
}
