package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** subjectKeyIdentifier is always there, authorityKeyIdentifier in PAI and DAC. */
final class MatterKeyIdentifiers extends CertificateRule {
    MatterKeyIdentifiers() {
        super(
                "matter.key-identifiers",
                "Matter core specification sections 6.2.2.3 to 6.2.2.5",
                Severity.ERROR,
                "subjectKeyIdentifier is always there, authorityKeyIdentifier in PAI and DAC");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!LintTag.isMatter(context)) {
            return;
        }
        if (certificate.extensions().subjectKeyIdentifier().isEmpty()) {
            report.add("subjectKeyIdentifier", "missing");
        }
        if (!context.has(LintTag.MATTER_PAA)
                && certificate.extensions().authorityKeyIdentifier().isEmpty()) {
            report.add("authorityKeyIdentifier", "missing");
        }
    }
}
