package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** A GeneralName is one of its nine alternatives. */
final class AltNameKind extends CertificateRule {
    AltNameKind() {
        super(
                "rfc5280.alt-name-kind",
                "RFC 5280 section 4.2.1.6",
                Severity.ERROR,
                "A GeneralName is one of its nine alternatives");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.reportAny(certificate, report, "has an unknown tag", name -> !name.isKnown());
    }
}
