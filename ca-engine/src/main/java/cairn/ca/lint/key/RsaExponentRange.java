package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** An RSA exponent lies between 2^16 and 2^256. */
final class RsaExponentRange extends CertificateRule {
    RsaExponentRange() {
        super(
                "fips186.rsa-exponent-range",
                "FIPS 186-5 appendix A.1.1; CA/Browser Forum TLS BR section 6.1.6",
                Severity.WARNING,
                "An RSA exponent lies between 2^16 and 2^256");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.key().exponent().ifPresent(exponent -> {
            if (exponent.bitLength() < 17 || exponent.bitLength() > 256) {
                report.add("subjectPublicKeyInfo", "the RSA exponent has " + exponent.bitLength() + " bits");
            }
        });
    }
}
