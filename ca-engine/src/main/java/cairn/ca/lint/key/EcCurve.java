package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** An EC key lies on the named curve P-256, P-384 or P-521. */
final class EcCurve extends CertificateRule {
    EcCurve() {
        super(
                "internal.ec-curve",
                "NIST SP 800-186; RFC 5480 section 2.1.1",
                Severity.ERROR,
                "An EC key lies on the named curve P-256, P-384 or P-521");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!certificate.key().isEc()) {
            return;
        }
        String curve = certificate.key().namedCurve().orElse("explicit or missing parameters");
        if (!curve.equals(Oid.P256) && !curve.equals(Oid.P384) && !curve.equals(Oid.P521)) {
            report.add("subjectPublicKeyInfo", "curve " + curve);
        }
    }
}
