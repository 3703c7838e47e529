package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.List;

/** timeStamping is the only purpose and critical. */
final class TimeStampingAlone extends CertificateRule {
    TimeStampingAlone() {
        super(
                "rfc3161.time-stamping-alone",
                "RFC 3161 section 2.3",
                Severity.ERROR,
                "timeStamping is the only purpose and critical");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        List<String> purposes = certificate.extensions().extendedKeyUsage();
        if (!certificate.isAuthority()
                && purposes.contains(Oid.KP_TIME_STAMPING)
                && (purposes.size() > 1 || !certificate.extensions().isCritical(Oid.EXT_KEY_USAGE))) {
            report.add("extKeyUsage", "timeStamping with other purposes, or not critical");
        }
    }
}
