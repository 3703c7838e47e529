package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.x509.Severity;

/** The serial number is a positive integer. */
final class SerialPositive extends CertificateRule {
    SerialPositive() {
        super(
                "rfc5280.serial-positive",
                "RFC 5280 section 4.1.2.2",
                Severity.ERROR,
                "The serial number is a positive integer");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Element serial = certificate.serial();
        boolean zero = true;
        for (int i = 0; i < serial.length() && zero; i++) {
            zero = serial.octet(i) == 0;
        }
        if (zero || serial.octet(0) >= 0x80) {
            report.add("serialNumber", zero ? "the serial number is zero" : "the serial number is negative");
        }
    }
}
