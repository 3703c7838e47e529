package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** An authority has no noRevAvail. */
final class NoRevAvailPlace extends CertificateRule {
    NoRevAvailPlace() {
        super("rfc9608.no-rev-avail-place", "RFC 9608 section 3", Severity.ERROR, "An authority has no noRevAvail");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.isAuthority() && certificate.extensions().has(Oid.NO_REV_AVAIL)) {
            report.add("noRevAvail", "in the certificate of an authority");
        }
    }
}
