package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.syntax.HostName;
import cairn.ca.lint.syntax.UriText;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.x509.Severity;

/** The authority of a uniformResourceIdentifier is a fully qualified host name or an IP address. */
final class UriHost extends CertificateRule {
    UriHost() {
        super(
                "rfc5280.uri-host",
                "RFC 5280 section 4.2.1.6",
                Severity.ERROR,
                "The authority of a uniformResourceIdentifier is a fully qualified host name or an IP address");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        AltNames.report(certificate, GeneralNameView.URI, report, "has no fully qualified host", text -> {
            UriText uri = UriText.of(text);
            // The trust domain of a SPIFFE ID may be one label; it has its own rule.
            return uri.host().isPresent()
                    && !uri.isScheme("spiffe")
                    && !isHost(uri.host().get());
        });
    }

    private static boolean isHost(String host) {
        return (host.startsWith("[") && host.endsWith("]")) || HostName.isIpv4(host) || HostName.isFullyQualified(host);
    }
}
