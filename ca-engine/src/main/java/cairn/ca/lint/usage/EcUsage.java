package cairn.ca.lint.usage;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;

<<<<<<< HEAD
/** An EC key does not encipher. */
final class EcUsage extends ForbiddenUsage {
    EcUsage() {
        super(
                "rfc8813.ec-usage",
                "RFC 8813 section 3; RFC 5480 section 3",
                Severity.ERROR,
                "An EC key does not encipher",
                KeyUsageView.ENCIPHERMENT,
                "is not for an EC key");
=======
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
>>>>>>> authority
    }

    @Override
    boolean concerns(CertificateView certificate, KeyUsageView usage) {
        return certificate.key().isEc();
    }
}
