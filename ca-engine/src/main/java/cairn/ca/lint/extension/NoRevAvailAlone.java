package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateExtensions;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** noRevAvail does not stand beside pointers to revocation information. */
final class NoRevAvailAlone extends CertificateRule {
    NoRevAvailAlone() {
        super(
                "rfc9608.no-rev-avail-alone",
                "RFC 9608 section 3",
                Severity.ERROR,
                "noRevAvail does not stand beside pointers to revocation information");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        CertificateExtensions extensions = certificate.extensions();
        if (!extensions.has(Oid.NO_REV_AVAIL)) {
            return;
        }
        boolean ocsp = extensions.authorityInfoAccess().stream()
                .anyMatch(access -> access.method().equals(Oid.AD_OCSP));
        if (ocsp || extensions.has(Oid.CRL_DISTRIBUTION_POINTS) || extensions.has(Oid.FRESHEST_CRL)) {
            report.add("noRevAvail", "beside cRLDistributionPoints, freshestCRL or an OCSP address");
        }
    }
}
