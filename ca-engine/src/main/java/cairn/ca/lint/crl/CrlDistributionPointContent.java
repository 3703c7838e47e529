package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** issuingDistributionPoint says something and names at most one scope. */
final class CrlDistributionPointContent extends CrlRule {
    CrlDistributionPointContent() {
        super(
                "rfc5280.crl-idp-content",
                "RFC 5280 section 5.2.5",
                Severity.ERROR,
                "issuingDistributionPoint says something and names at most one scope");
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
