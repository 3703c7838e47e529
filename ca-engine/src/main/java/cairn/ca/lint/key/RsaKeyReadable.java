package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.KeyView;
import cairn.ca.x509.Severity;

/** An RSA key is a positive modulus and a positive exponent. */
final class RsaKeyReadable extends CertificateRule {
    RsaKeyReadable() {
        super(
                "rfc3279.rsa-key-readable",
                "RFC 3279 section 2.3.1",
                Severity.ERROR,
                "An RSA key is a positive modulus and a positive exponent");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        KeyView key = certificate.key();
        boolean positive = key.modulus().map(n -> n.signum() > 0).orElse(false)
                && key.exponent().map(e -> e.signum() > 0).orElse(false);
        if (key.isRsa() && !positive) {
            report.add("subjectPublicKeyInfo", "not an RSA modulus and exponent");
        }
    }
}
