package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** The issuer of a list has a name. */
final class CrlIssuerNotEmpty extends CrlRule {
    CrlIssuerNotEmpty() {
        super(
                "rfc5280.crl-issuer-not-empty",
                "RFC 5280 section 5.1.2.3",
                Severity.ERROR,
                "The issuer of a list has a name");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (list.issuer().isEmpty()) {
            report.add("issuer", "the name is empty");
        }
    }
}
