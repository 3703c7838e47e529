package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** A TLS server has its names in the subjectAltName, the only place where clients look. */
final class ServerNeedsName extends CertificateRule {
    ServerNeedsName() {
        super(
                "internal.server-needs-name",
                "RFC 9525 section 6.1; RFC 9110 section 4.3.4",
                Severity.ERROR,
                "A TLS server has its names in the subjectAltName, the only place where clients look");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.isAuthority()
                || !certificate.extensions().extendedKeyUsage().contains(Oid.KP_SERVER_AUTH)) {
            return;
        }
        // A Matter operational node is found by its node identifier, never by a host name.
        if (certificate.subject().first(Oid.MATTER_NODE_ID).isPresent()) {
            return;
        }
        for (GeneralNameView name : certificate.extensions().subjectAltNames()) {
            if (name.is(GeneralNameView.DNS) || name.is(GeneralNameView.IP) || name.is(GeneralNameView.URI)) {
                return;
            }
        }
        report.add("subjectAltName", "no host name, address or URI for a TLS server");
    }
}
