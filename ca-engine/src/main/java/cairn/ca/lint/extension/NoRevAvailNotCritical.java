package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;

/** noRevAvail is not critical and its value is NULL. */
final class NoRevAvailNotCritical extends CertificateRule {
    NoRevAvailNotCritical() {
        super(
                "rfc9608.no-rev-avail-not-critical",
                "RFC 9608 section 2",
                Severity.ERROR,
                "noRevAvail is not critical and its value is NULL");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().find(Oid.NO_REV_AVAIL).ifPresent(extension -> {
            if (extension.isCritical()
                    || !extension.value().map(value -> value.is(Tag.NULL)).orElse(false)) {
                report.add("noRevAvail", "is critical, or its value is not NULL");
            }
        });
    }
}
