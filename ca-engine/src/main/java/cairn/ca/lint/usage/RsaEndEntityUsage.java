package cairn.ca.lint.usage;

import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

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
    }

    @Override
    boolean concerns(CertificateView certificate, KeyUsageView usage) {
        return !certificate.isAuthority() && certificate.key().isRsa();
    }
}
