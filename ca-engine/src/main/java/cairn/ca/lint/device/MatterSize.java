package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** A Matter attestation certificate has at most 600 octets. */
final class MatterSize extends CertificateRule {
    private static final int LARGEST = 600;

    MatterSize() {
        super(
                "matter.size",
                "Matter core specification section 6.1.3",
                Severity.ERROR,
                "A Matter attestation certificate has at most 600 octets");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (LintTag.isMatter(context) && certificate.root().encodedLength() > LARGEST) {
            report.add("certificate", certificate.root().encodedLength() + " octets");
        }
    }
}
