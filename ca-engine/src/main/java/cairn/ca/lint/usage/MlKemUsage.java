package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

/** An ML-KEM key has keyEncipherment and nothing else. */
final class MlKemUsage extends CertificateRule {
    MlKemUsage() {
        super(
                "rfc9935.ml-kem-usage",
                "RFC 9935 section 5",
                Severity.ERROR,
                "An ML-KEM key has keyEncipherment and nothing else");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (certificate.key().isMlKem() && usage.bits() != KeyUsageView.KEY_ENCIPHERMENT) {
                report.add("keyUsage", "'" + usage.words(-1) + "' is not keyEncipherment alone");
            }
        });
    }
}
