package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What cannot be revoked lives at most ten days. */
final class NoRevAvailShort extends CertificateRule {
    private static final Duration LONGEST = Duration.ofDays(10);

    NoRevAvailShort() {
        super(
                "internal.no-rev-avail-short",
                "RFC 9608 section 1; CA/Browser Forum TLS BR section 1.6.1 (short-lived)",
                Severity.WARNING,
                "What cannot be revoked lives at most ten days");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Optional<Instant> start = certificate.notBefore().instant();
        Optional<Instant> end = certificate.notAfter().instant();
        if (certificate.extensions().has(Oid.NO_REV_AVAIL)
                && start.isPresent()
                && end.isPresent()
                && Duration.between(start.get(), end.get()).compareTo(LONGEST) > 0) {
            report.add("noRevAvail", "lives more than ten days and cannot be revoked");
        }
    }
}
