package cairn.ca.lint.usage;

import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

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
    }

    @Override
    boolean concerns(CertificateView certificate, KeyUsageView usage) {
        return certificate.key().isSlhDsa();
    }
}
