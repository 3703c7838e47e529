package cairn.ca.lint.usage;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;

<<<<<<< HEAD
/** An ML-DSA key only signs. */
final class MlDsaUsage extends ForbiddenUsage {
    MlDsaUsage() {
        super(
                "rfc9881.ml-dsa-usage",
                "RFC 9881 section 5",
                Severity.ERROR,
                "An ML-DSA key only signs",
                KeyUsageView.ENCIPHERMENT | KeyUsageView.AGREEMENT,
                "is not for an ML-DSA key");
=======
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
>>>>>>> authority
    }

    @Override
    boolean concerns(CertificateView certificate, KeyUsageView usage) {
        return certificate.key().mlDsa() != 0 || certificate.key().isHashMlDsa();
    }
}
