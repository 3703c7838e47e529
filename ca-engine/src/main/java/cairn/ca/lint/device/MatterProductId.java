package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.util.Optional;

/** A DAC names a product by four upper-case hexadecimal digits, a PAI may, a PAA does not. */
final class MatterProductId extends CertificateRule {
    MatterProductId() {
        super(
                "matter.product-id",
                "Matter core specification section 6.2.2.2",
                Severity.ERROR,
                "A DAC names a product by four upper-case hexadecimal digits, a PAI may, a PAA does not");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!LintTag.isMatter(context)) {
            return;
        }
        Optional<String> product = MatterIds.product(certificate.subject());
        boolean wrong = product.isPresent()
                ? context.has(LintTag.MATTER_PAA) || !MatterIds.isProper(product.get())
                : context.has(LintTag.MATTER_DAC);
        if (wrong) {
            report.add(
                    "subject",
                    "the product identifier is missing, misplaced or not four upper-case hexadecimal digits");
        }
    }
}
