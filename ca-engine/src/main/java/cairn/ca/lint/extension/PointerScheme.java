package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.syntax.UriText;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** A list or a service is reached by http or ldap; https needs a certificate to check a certificate. */
final class PointerScheme extends CertificateRule {
    PointerScheme() {
        super(
                "internal.pointer-scheme",
                "RFC 5280 sections 4.2.1.13, 4.2.2.1 and 8",
                Severity.WARNING,
                "A list or a service is reached by http or ldap; https needs a certificate to check a certificate");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Pointers.report(certificate, report, "is neither http nor ldap", text -> {
            UriText uri = UriText.of(text);
            return uri.isAbsolute() && !uri.isScheme("http") && !uri.isScheme("ldap");
        });
    }
}
