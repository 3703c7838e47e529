package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.List;

/** A responder has OCSPSigning as its only purpose. */
final class ResponderAlone extends CertificateRule {
    ResponderAlone() {
        super(
                "internal.responder-alone",
                "RFC 6960 section 4.2.2.2; CA/Browser Forum TLS BR section 7.1.2.8.5",
                Severity.WARNING,
                "A responder has OCSPSigning as its only purpose");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        List<String> purposes = certificate.extensions().extendedKeyUsage();
        if (!certificate.isAuthority() && purposes.size() > 1 && purposes.contains(Oid.KP_OCSP_SIGNING)) {
            report.add("extKeyUsage", "OCSPSigning together with other purposes");
        }
    }
}
