package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

/** The issuer of a list has cRLSign. */
final class CrlIssuerMaySign extends CrlRule {
    CrlIssuerMaySign() {
        super(
                "internal.crl-issuer-may-sign",
                "RFC 5280 section 6.3.3 (f)",
                Severity.ERROR,
                "The issuer of a list has cRLSign");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        boolean allowed = context.issuer()
                .flatMap(issuer -> issuer.extensions().keyUsage())
                .map(usage -> usage.hasAny(KeyUsageView.CRL_SIGN))
                .orElse(true);
        if (!allowed) {
            report.add("issuer", "the issuer's keyUsage does not let it sign lists");
        }
    }
}
