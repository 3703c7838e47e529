package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.lint.view.Oid;

/** Ed25519 and Ed448 only sign (RFC 9295 section 3). */
public final class EdwardsUsage implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc9295.edwards-usage",
            "RFC 9295 section 3; RFC 8410 section 5",
            Severity.ERROR,
            "Ed25519 and Ed448 only sign");

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
        String algorithm = certificate.key().algorithm().oid();
        if (!algorithm.equals(Oid.ED25519) && !algorithm.equals(Oid.ED448)) {
            return;
        }
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (usage.hasAny(FORBIDDEN)) {
                report.add("keyUsage", usage.words(FORBIDDEN) + " is not for a key that signs");
            }
        });
    }
}
