package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** Each part of a name holds at least one attribute. */
final class PartEmpty extends CertificateRule {
    PartEmpty() {
        super(
                "rfc5280.name-part-empty",
                "RFC 5280 section 4.1.2.4 and appendix A.1",
                Severity.ERROR,
                "Each part of a name holds at least one attribute");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.issuer().emptyParts() > 0) {
            report.add("issuer", "a part of the name is an empty set");
        }
        if (certificate.subject().emptyParts() > 0) {
            report.add("subject", "a part of the name is an empty set");
        }
    }
}
