package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.time.Instant;
import java.util.Optional;

/** An authority does not outlive its issuer. */
final class AuthorityOutlivesIssuer extends CertificateRule {
    AuthorityOutlivesIssuer() {
        super(
                "internal.authority-outlives-issuer",
                "RFC 5280 section 6.1.3 (a) (2)",
                Severity.ERROR,
                "An authority does not outlive its issuer");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Optional<Instant> end = certificate.notAfter().instant();
        Optional<Instant> latest =
                context.issuer().flatMap(issuer -> issuer.notAfter().instant());
        if (certificate.isAuthority()
                && end.isPresent()
                && latest.isPresent()
                && end.get().isAfter(latest.get())) {
            report.add("notAfter", end.get() + " is after the issuer's " + latest.get());
        }
    }
}
