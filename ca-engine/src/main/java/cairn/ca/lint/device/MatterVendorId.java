package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;
import java.util.Optional;

/** PAI and DAC name a vendor by four upper-case hexadecimal digits. */
final class MatterVendorId extends CertificateRule {
    MatterVendorId() {
        super(
                "matter.vendor-id",
                "Matter core specification section 6.2.2.2",
                Severity.ERROR,
                "PAI and DAC name a vendor by four upper-case hexadecimal digits");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!LintTag.isMatter(context)) {
            return;
        }
        Optional<String> vendor = MatterIds.vendor(certificate.subject());
        if (vendor.isPresent() ? !MatterIds.isProper(vendor.get()) : !context.has(LintTag.MATTER_PAA)) {
            report.add("subject", "the vendor identifier is missing or not four upper-case hexadecimal digits");
        }
    }
}
