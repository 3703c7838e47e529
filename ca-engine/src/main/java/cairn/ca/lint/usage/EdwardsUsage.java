package cairn.ca.lint.usage;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** Ed25519 and Ed448 only sign. */
final class EdwardsUsage extends ForbiddenUsage {
    EdwardsUsage() {
        super(
                "rfc9295.edwards-usage",
                "RFC 9295 section 3; RFC 8410 section 5",
                Severity.ERROR,
                "Ed25519 and Ed448 only sign",
                KeyUsageView.ENCIPHERMENT | KeyUsageView.AGREEMENT,
                "is not for a key that signs");
=======
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
>>>>>>> authority
    }

    @Override
    boolean concerns(CertificateView certificate, KeyUsageView usage) {
        return certificate.key().algorithm().oid().equals(Oid.ED25519)
                || certificate.key().algorithm().oid().equals(Oid.ED448);
    }
}
