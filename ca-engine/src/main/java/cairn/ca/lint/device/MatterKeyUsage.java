package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** A DAC has digitalSignature alone; PAI and PAA keyCertSign, cRLSign and at most digitalSignature. */
final class MatterKeyUsage extends CertificateRule {
    private static final int AUTHORITY = KeyUsageView.KEY_CERT_SIGN | KeyUsageView.CRL_SIGN;

    MatterKeyUsage() {
        super(
                "matter.key-usage",
                "Matter core specification sections 6.2.2.3 to 6.2.2.5",
                Severity.ERROR,
                "A DAC has digitalSignature alone; PAI and PAA keyCertSign, cRLSign and at most digitalSignature");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!LintTag.isMatter(context)) {
            return;
        }
        int bits = certificate.extensions().keyUsage().map(KeyUsageView::bits).orElse(0);
        boolean right = context.has(LintTag.MATTER_DAC)
                ? bits == KeyUsageView.DIGITAL_SIGNATURE
                : (bits & ~KeyUsageView.DIGITAL_SIGNATURE) == AUTHORITY;
        if (!right || !certificate.extensions().isCritical(Oid.KEY_USAGE)) {
            report.add("keyUsage", "missing, not critical, or not the bits for this kind of certificate");
        }
    }
}
