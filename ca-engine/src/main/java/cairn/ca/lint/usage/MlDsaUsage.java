package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;

/** An ML-DSA key only signs (RFC 9881 section 5). */
public final class MlDsaUsage implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc9881.ml-dsa-usage", "RFC 9881 section 5", Severity.ERROR, "An ML-DSA key only signs");

    private static final int FORBIDDEN = KeyUsageView.KEY_ENCIPHERMENT
            | KeyUsageView.DATA_ENCIPHERMENT
            | KeyUsageView.KEY_AGREEMENT
            | KeyUsageView.ENCIPHER_ONLY
            | KeyUsageView.DECIPHER_ONLY;

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if ((certificate.key().mlDsa() != 0 || certificate.key().isHashMlDsa()) && usage.hasAny(FORBIDDEN)) {
                report.add("keyUsage", usage.words(FORBIDDEN) + " is not for an ML-DSA key");
            }
        });
    }
}
