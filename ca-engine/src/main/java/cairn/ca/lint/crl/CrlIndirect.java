package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** A list speaks for its own issuer only. */
final class CrlIndirect extends CrlRule {
    CrlIndirect() {
        super(
                "internal.crl-indirect",
                "CA/Browser Forum TLS BR section 7.2",
                Severity.ERROR,
                "A list speaks for its own issuer only");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        list.issuingDistributionPoint().ifPresent(point -> {
            if (point.indirect()) {
                report.add("issuingDistributionPoint", "an indirect list");
            }
        });
    }
}
