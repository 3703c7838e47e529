package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.time.Instant;
import java.util.Optional;

/** A certificate does not start before its issuer. */
final class StartsBeforeIssuer extends CertificateRule {
    StartsBeforeIssuer() {
        super(
                "internal.starts-before-issuer",
                "RFC 5280 section 6.1.3 (a) (2); Matter core specification section 6.2.2",
                Severity.ERROR,
                "A certificate does not start before its issuer");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Optional<Instant> start = certificate.notBefore().instant();
        Optional<Instant> earliest =
                context.issuer().flatMap(issuer -> issuer.notBefore().instant());
        if (start.isPresent() && earliest.isPresent() && start.get().isBefore(earliest.get())) {
            report.add("notBefore", start.get() + " is before the issuer's " + earliest.get());
        }
    }
}
