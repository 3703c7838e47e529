package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** Each part of a name holds one attribute. */
final class MultiValuedPart extends CertificateRule {
    MultiValuedPart() {
        super(
                "internal.multi-valued-part",
                "RFC 5280 section 4.1.2.4; X.501 section 9.3",
                Severity.WARNING,
                "Each part of a name holds one attribute");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.issuer().multiValuedParts() > 0) {
            report.add("issuer", "several attributes in one part of the name, which many programs misread");
        }
        if (certificate.subject().multiValuedParts() > 0) {
            report.add("subject", "several attributes in one part of the name, which many programs misread");
        }
    }
}
