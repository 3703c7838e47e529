package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.List;

/** The purposes lie within the issuer's. */
final class PurposeWithinIssuer extends CertificateRule {
    PurposeWithinIssuer() {
        super(
                "internal.purpose-within-issuer",
                "CA/Browser Forum TLS BR section 7.1.2.10.6; practice of path validators",
                Severity.ERROR,
                "The purposes lie within the issuer's");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        List<String> allowed = context.issuer()
                .map(issuer -> issuer.extensions().extendedKeyUsage())
                .orElse(List.of());
        if (allowed.isEmpty() || allowed.contains(Oid.ANY_EXTENDED_KEY_USAGE)) {
            return;
        }
        for (String purpose : certificate.extensions().extendedKeyUsage()) {
            if (!allowed.contains(purpose) && !purpose.equals(Oid.KP_OCSP_SIGNING)) {
                report.add("extKeyUsage " + purpose, "the issuer is not for this purpose");
            }
        }
    }
}
