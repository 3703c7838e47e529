package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateExtensions;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** The certificate of a responder says how it is checked. */
final class ResponderNoCheck extends CertificateRule {
    ResponderNoCheck() {
        super(
                "internal.responder-no-check",
                "RFC 6960 section 4.2.2.2.1",
                Severity.WARNING,
                "The certificate of a responder says how it is checked");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        CertificateExtensions extensions = certificate.extensions();
        boolean responder = context.has(LintTag.OCSP_RESPONDER)
                || extensions.extendedKeyUsage().contains(Oid.KP_OCSP_SIGNING);
        if (responder
                && !certificate.isAuthority()
                && !extensions.has(Oid.OCSP_NO_CHECK)
                && !extensions.has(Oid.CRL_DISTRIBUTION_POINTS)) {
            report.add("extensions", "neither id-pkix-ocsp-nocheck nor cRLDistributionPoints");
        }
    }
}
