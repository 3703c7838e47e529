package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** In 2020 hundreds of intermediates turned out to be responders for their own issuers, able to undo their revocation. */
final class AuthorityOcspSigning extends CertificateRule {
    AuthorityOcspSigning() {
        super(
                "internal.authority-ocsp-signing",
                "RFC 6960 section 4.2.2.2; incident of 2020",
                Severity.ERROR,
                "An authority has no OCSPSigning");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.isAuthority()
                && certificate.extensions().extendedKeyUsage().contains(Oid.KP_OCSP_SIGNING)) {
            report.add(
                    "extKeyUsage",
                    "OCSPSigning in the certificate of an authority makes it a responder for its own issuer");
        }
    }
}
