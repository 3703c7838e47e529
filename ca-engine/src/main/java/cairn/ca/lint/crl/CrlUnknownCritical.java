package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.Set;

/** A critical extension of a list is one that readers know. */
final class CrlUnknownCritical extends CrlRule {
    private static final Set<String> KNOWN = Set.of(Oid.ISSUING_DISTRIBUTION_POINT, Oid.DELTA_CRL_INDICATOR);

    CrlUnknownCritical() {
        super(
                "rfc5280.crl-unknown-critical",
                "RFC 5280 section 5.2",
                Severity.ERROR,
                "A critical extension of a list is one that readers know");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        for (ExtensionView extension : list.extensions().all()) {
            if (extension.isCritical() && !KNOWN.contains(extension.oid())) {
                report.add(
                        "extension " + extension.oid(),
                        "is critical: readers must not use the list to call anything good");
            }
        }
    }
}
