package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.time.Instant;
import java.util.Optional;

/** notAfter is not before notBefore. */
final class ValidityOrder extends CertificateRule {
    ValidityOrder() {
        super("rfc5280.validity-order", "RFC 5280 section 4.1.2.5", Severity.ERROR, "notAfter is not before notBefore");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Optional<Instant> start = certificate.notBefore().instant();
        Optional<Instant> end = certificate.notAfter().instant();
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            report.add("validity", "ends " + end.get() + ", before it starts " + start.get());
        }
    }
}
