package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CrlView;

<<<<<<< HEAD
/** issuingDistributionPoint says something and names at most one scope. */
final class CrlDistributionPointContent extends CrlRule {
    CrlDistributionPointContent() {
        super(
                "rfc5280.crl-idp-content",
                "RFC 5280 section 5.2.5",
                Severity.ERROR,
                "issuingDistributionPoint says something and names at most one scope");
=======
/** issuingDistributionPoint says something and names at most one scope (RFC 5280 section 5.2.5). */
public final class CrlDistributionPointContent implements CrlRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.crl-idp-content",
            "RFC 5280 section 5.2.5",
            Severity.ERROR,
            "issuingDistributionPoint says something and names at most one scope");

    @Override
    public RuleDescription about() {
        return ABOUT;
>>>>>>> authority
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        list.issuingDistributionPoint().ifPresent(point -> {
            if (point.empty() || point.scopes().size() > 1) {
                report.add("issuingDistributionPoint", "is empty or has several scopes " + point.scopes());
            }
        });
    }
}
