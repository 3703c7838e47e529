package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.syntax.UriText;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** A URI that points to a list or a service is absolute. */
final class PointerSyntax extends CertificateRule {
    PointerSyntax() {
        super(
                "rfc5280.pointer-syntax",
                "RFC 5280 sections 4.2.1.13 and 4.2.2.1; RFC 3986 section 3",
                Severity.ERROR,
                "A URI that points to a list or a service is absolute");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Pointers.report(certificate, report, "is not an absolute URI", text -> {
            UriText uri = UriText.of(text);
            return !uri.isAbsolute() || !uri.hasOnlyUriCharacters();
        });
    }
}
