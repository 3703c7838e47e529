package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** The serial number has at most 20 octets. */
final class SerialLength extends CertificateRule {
    private static final int MAX_OCTETS = 20;

    SerialLength() {
        super(
                "rfc5280.serial-length",
                "RFC 5280 section 4.1.2.2",
                Severity.ERROR,
                "The serial number has at most 20 octets");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.serial().length() > MAX_OCTETS) {
            report.add("serialNumber", certificate.serial().length() + " octets");
        }
    }
}
