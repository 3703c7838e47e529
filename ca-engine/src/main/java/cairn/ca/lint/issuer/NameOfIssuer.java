package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** An end entity does not bear its issuer's name. */
final class NameOfIssuer extends CertificateRule {
    NameOfIssuer() {
        super(
                "internal.name-of-issuer",
                "RFC 5280 section 4.2.1.9 and 6.1 (self-issued certificates)",
                Severity.ERROR,
                "An end entity does not bear its issuer's name");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!certificate.isAuthority()
                && certificate.isSelfIssued()
                && context.issuer().isPresent()) {
            report.add("subject", "an end entity with the name of its issuer");
        }
    }
}
