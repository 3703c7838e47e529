package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** The issuer of a list is the authority's subject, octet for octet. */
final class CrlIssuerNameBytes extends CrlRule {
    CrlIssuerNameBytes() {
        super(
                "internal.crl-issuer-name-bytes",
                "RFC 5280 section 5.1.2.3; CA/Browser Forum TLS BR section 7.2; incident of 2024",
                Severity.ERROR,
                "The issuer of a list is the authority's subject, octet for octet");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        context.issuer().ifPresent(issuer -> {
            if (!list.issuer().sameBytes(issuer.subject())) {
                report.add("issuer", "not the octets of the authority's subject");
            }
        });
    }
}
