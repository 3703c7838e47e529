package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;

/** An EC key does not encipher (RFC 8813 section 3). */
public final class EcUsage implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc8813.ec-usage",
            "RFC 8813 section 3; RFC 5480 section 3",
            Severity.ERROR,
            "An EC key does not encipher");

    private static final int FORBIDDEN = KeyUsageView.KEY_ENCIPHERMENT | KeyUsageView.DATA_ENCIPHERMENT;

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (certificate.key().isEc() && usage.hasAny(FORBIDDEN)) {
                report.add("keyUsage", usage.words(FORBIDDEN) + " is not for an EC key");
            }
        });
    }
}
