package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;

/** An end entity with an RSA key has no keyAgreement and what belongs to it (RFC 3279 section 2.3.1). */
public final class RsaEndEntityUsage implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc3279.rsa-end-entity-usage",
            "RFC 3279 section 2.3.1",
            Severity.ERROR,
            "An end entity with an RSA key has no keyAgreement and what belongs to it");

    private static final int FORBIDDEN =
            KeyUsageView.KEY_AGREEMENT | KeyUsageView.ENCIPHER_ONLY | KeyUsageView.DECIPHER_ONLY;

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (!certificate.isAuthority() && certificate.key().isRsa() && usage.hasAny(FORBIDDEN)) {
                report.add("keyUsage", usage.words(FORBIDDEN) + " is not for an RSA key");
            }
        });
    }
}
