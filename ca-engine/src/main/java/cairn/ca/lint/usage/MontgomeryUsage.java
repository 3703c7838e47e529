package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** X25519 and X448 agree on keys and do nothing else. */
final class MontgomeryUsage extends CertificateRule {
    MontgomeryUsage() {
        super(
                "rfc9295.montgomery-usage",
                "RFC 9295 section 3; RFC 8410 section 5",
                Severity.ERROR,
                "X25519 and X448 agree on keys and do nothing else");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        String algorithm = certificate.key().algorithm().oid();
        if (!algorithm.equals(Oid.X25519) && !algorithm.equals(Oid.X448)) {
            return;
        }
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (usage.hasAny(~KeyUsageView.AGREEMENT) || !usage.hasAny(KeyUsageView.KEY_AGREEMENT)) {
                report.add("keyUsage", "'" + usage.words(-1) + "' is not keyAgreement alone");
            }
        });
    }
}
