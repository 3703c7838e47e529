package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;

/** An SLH-DSA key only signs (RFC 9909 section 6). */
public final class SlhDsaUsage implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc9909.slh-dsa-usage", "RFC 9909 section 6", Severity.ERROR, "An SLH-DSA key only signs");

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
            if (certificate.key().isSlhDsa() && usage.hasAny(FORBIDDEN)) {
                report.add("keyUsage", usage.words(FORBIDDEN) + " is not for an SLH-DSA key");
            }
        });
    }
}
