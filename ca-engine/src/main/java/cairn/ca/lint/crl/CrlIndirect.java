package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CrlView;

<<<<<<< HEAD
/** A list speaks for its own issuer only. */
final class CrlIndirect extends CrlRule {
    CrlIndirect() {
        super(
                "internal.crl-indirect",
                "CA/Browser Forum TLS BR section 7.2",
                Severity.ERROR,
                "A list speaks for its own issuer only");
=======
/** A list speaks for its own issuer only (CA/Browser Forum TLS BR section 7.2). */
public final class CrlIndirect implements CrlRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "internal.crl-indirect",
            "CA/Browser Forum TLS BR section 7.2",
            Severity.ERROR,
            "A list speaks for its own issuer only");

    @Override
    public RuleDescription about() {
        return ABOUT;
>>>>>>> authority
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
