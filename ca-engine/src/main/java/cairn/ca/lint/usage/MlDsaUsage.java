package cairn.ca.lint.usage;

import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

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
    }

    @Override
    boolean concerns(CertificateView certificate, KeyUsageView usage) {
        return certificate.key().mlDsa() != 0 || certificate.key().isHashMlDsa();
    }
}
