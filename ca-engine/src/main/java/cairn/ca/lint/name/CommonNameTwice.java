package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** The subject has at most one common name. */
final class CommonNameTwice extends CertificateRule {
    CommonNameTwice() {
        super(
                "internal.common-name-twice",
                "CA/Browser Forum TLS BR section 7.1.4.2; X.520 section 6.2.2",
                Severity.WARNING,
                "The subject has at most one common name");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        int names = 0;
        for (AttributeView attribute : certificate.subject().attributes()) {
            names += attribute.oid().equals(Oid.COMMON_NAME) ? 1 : 0;
        }
        if (names > 1) {
            report.add("subject", names + " common names: programs choose differently among them");
        }
    }
}
