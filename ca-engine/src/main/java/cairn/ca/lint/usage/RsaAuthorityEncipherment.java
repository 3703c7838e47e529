package cairn.ca.lint.usage;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyUsageView;

<<<<<<< HEAD
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
=======
/** An authority with an RSA key does not also encipher with it (RFC 3279 section 2.3.1). */
public final class RsaAuthorityEncipherment implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc3279.rsa-authority-encipherment",
            "RFC 3279 section 2.3.1",
            Severity.WARNING,
            "An authority with an RSA key does not also encipher with it");

    private static final int FORBIDDEN = KeyUsageView.KEY_ENCIPHERMENT | KeyUsageView.DATA_ENCIPHERMENT;

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            if (certificate.isAuthority()
                    && certificate.key().isRsa()
                    && usage.hasAny(KeyUsageView.KEY_CERT_SIGN | KeyUsageView.CRL_SIGN)
                    && usage.hasAny(FORBIDDEN)) {
                report.add("keyUsage", usage.words(FORBIDDEN) + " beside signing certificates or lists");
            }
        });
>>>>>>> authority
    }
}
