package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.x509.Severity;

/** keyUsage has no zero bits behind its last one bit. */
final class KeyUsageEncoding extends CertificateRule {
    KeyUsageEncoding() {
        super(
                "x690.key-usage-encoding",
                "X.690 section 11.2.2; RFC 5280 section 4.2.1.3",
                Severity.ERROR,
                "keyUsage has no zero bits behind its last one bit");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().keyUsage().ifPresent(usage -> {
            Element bits = usage.element();
            int last = bits.octet(bits.length() - 1);
            int unused = bits.octet(0);
            boolean wrong = bits.length() == 1 ? unused != 0 : unused > 7 || ((last >> unused) & 1) == 0;
            if (wrong) {
                report.add("keyUsage", "the named bit list ends in zero bits or miscounts its unused bits");
            }
        });
    }
}
