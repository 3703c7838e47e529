package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.x509.Severity;

/** A uniformResourceIdentifier is an IA5String. */
final class UriAscii extends CertificateRule {
    UriAscii() {
        super(
                "rfc5280.uri-ascii",
                "RFC 5280 section 4.2.1.6",
                Severity.ERROR,
                "A uniformResourceIdentifier is an IA5String");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.reportAny(
                certificate,
                report,
                "is not plain ASCII",
                name -> name.is(GeneralNameView.URI) && !name.element().isAscii());
    }
}
