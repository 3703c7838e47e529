package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.syntax.UriText;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.x509.Severity;

/** A uniformResourceIdentifier has a scheme and something behind it. */
final class UriSyntax extends CertificateRule {
    UriSyntax() {
        super(
                "rfc5280.uri-syntax",
                "RFC 5280 section 4.2.1.6; RFC 3986 section 3",
                Severity.ERROR,
                "A uniformResourceIdentifier has a scheme and something behind it");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.report(certificate, GeneralNameView.URI, report, "is not an absolute URI", text -> {
            UriText uri = UriText.of(text);
            return !text.isEmpty() && (!uri.isAbsolute() || !uri.hasOnlyUriCharacters());
        });
    }
}
