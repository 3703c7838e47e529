package cairn.ca.lint.usage;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;

<<<<<<< HEAD
/** An SLH-DSA key only signs. */
final class SlhDsaUsage extends ForbiddenUsage {
    SlhDsaUsage() {
        super(
                "rfc9909.slh-dsa-usage",
                "RFC 9909 section 6",
                Severity.ERROR,
                "An SLH-DSA key only signs",
                KeyUsageView.ENCIPHERMENT | KeyUsageView.AGREEMENT,
                "is not for an SLH-DSA key");
=======
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
>>>>>>> authority
    }

    @Override
    boolean concerns(CertificateView certificate, KeyUsageView usage) {
        return certificate.key().isSlhDsa();
    }
}
