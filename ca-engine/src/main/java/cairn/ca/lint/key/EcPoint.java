package cairn.ca.lint.key;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** A point on a NIST curve is written whole and in the length of its curve. */
final class EcPoint extends CertificateRule {
    EcPoint() {
        super(
                "rfc5480.ec-point",
                "RFC 5480 section 2.2",
                Severity.ERROR,
                "A point on a NIST curve is written whole and in the length of its curve");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        int size = switch (certificate.key().namedCurve().orElse("")) {
            case Oid.P256 -> 32;
            case Oid.P384 -> 48;
            case Oid.P521 -> 66;
            default -> 0;
        };
        Element bits = certificate.key().bits();
        if (size > 0 && (bits.length() != 2 + 2 * size || bits.octet(1) != 4)) {
            report.add("subjectPublicKeyInfo", "not an uncompressed point of " + (1 + 2 * size) + " octets");
        }
    }
}
