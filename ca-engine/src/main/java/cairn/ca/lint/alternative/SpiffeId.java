package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.syntax.HostName;
import cairn.ca.lint.syntax.UriText;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.x509.Severity;
import java.util.Locale;

/** A SPIFFE ID stands alone among the URIs, has a trust domain in small letters and no port, query or fragment. */
final class SpiffeId extends CertificateRule {
    SpiffeId() {
        super(
                "spiffe.id",
                "SPIFFE-ID section 2; X509-SVID section 2",
                Severity.ERROR,
                "A SPIFFE ID stands alone among the URIs, has a trust domain in small letters and no port, query or fragment");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        int uris = 0;
        for (GeneralNameView name : certificate.extensions().subjectAltNames()) {
            uris += name.is(GeneralNameView.URI) ? 1 : 0;
        }
        int count = uris;
        AltNames.report(
                certificate,
                GeneralNameView.URI,
                report,
                "is not a proper SPIFFE ID, or not the only URI",
                text -> text.startsWith("spiffe:") && (count != 1 || !isProper(text)));
    }

    private static boolean isProper(String text) {
        UriText uri = UriText.of(text);
        String domain = uri.host().orElse("");
        return !domain.isEmpty()
                && uri.port().isEmpty()
                && text.length() <= 2048
                && text.indexOf('?') < 0
                && text.indexOf('#') < 0
                && text.indexOf('@') < 0
                && !text.endsWith("/")
                && domain.equals(domain.toLowerCase(Locale.ROOT))
                && HostName.hasOnly(domain, "_");
    }
}
