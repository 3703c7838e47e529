package cairn.ca.lint.usage;

import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Severity;

/** An authority with an RSA key does not also encipher with it. */
final class RsaAuthorityEncipherment extends ForbiddenUsage {
    RsaAuthorityEncipherment() {
        super(
                "rfc3279.rsa-authority-encipherment",
                "RFC 3279 section 2.3.1",
                Severity.WARNING,
                "An authority with an RSA key does not also encipher with it",
                KeyUsageView.ENCIPHERMENT,
                "beside signing certificates or lists");
    }

    @Override
    boolean concerns(CertificateView certificate, KeyUsageView usage) {
        return certificate.isAuthority()
                && certificate.key().isRsa()
                && usage.hasAny(KeyUsageView.KEY_CERT_SIGN | KeyUsageView.CRL_SIGN);
    }
}
