package cairn.ca.lint.usage;

import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

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
    }

    @Override
    boolean concerns(CertificateView certificate, KeyUsageView usage) {
        return certificate.key().isEc();
    }
}
