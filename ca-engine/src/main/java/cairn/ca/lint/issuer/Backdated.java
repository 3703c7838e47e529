package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.time.Instant;
import java.util.Optional;

/** notBefore is not earlier than trusted time and profile allow. */
final class Backdated extends CertificateRule {
    Backdated() {
        super(
                "internal.backdated",
                "NIAP CA PP FDP_CER_EXT.1; WoSign 2016",
                Severity.ERROR,
                "notBefore is not earlier than trusted time and profile allow");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Optional<Instant> start = certificate.notBefore().instant();
        Optional<Instant> earliest = context.earliestNotBefore();
        if (start.isPresent() && earliest.isPresent() && start.get().isBefore(earliest.get())) {
            report.add("notBefore", start.get() + " is before " + earliest.get());
        }
    }
}
