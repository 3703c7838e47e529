package cairn.ca.lint.usage;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;

<<<<<<< HEAD
/** An end entity with an RSA key has no keyAgreement and what belongs to it. */
final class RsaEndEntityUsage extends ForbiddenUsage {
    RsaEndEntityUsage() {
        super(
                "rfc3279.rsa-end-entity-usage",
                "RFC 3279 section 2.3.1",
                Severity.ERROR,
                "An end entity with an RSA key has no keyAgreement and what belongs to it",
                KeyUsageView.AGREEMENT,
                "is not for an RSA key");
=======
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
>>>>>>> authority
    }

    @Override
    boolean concerns(CertificateView certificate, KeyUsageView usage) {
        return !certificate.isAuthority() && certificate.key().isRsa();
    }
}
