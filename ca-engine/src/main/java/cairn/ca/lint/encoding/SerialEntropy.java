package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.x509.Severity;

/** One lost bit in 2019 cost a million certificates: what is shorter than 64 bits cannot hold 64 random ones. */
final class SerialEntropy extends CertificateRule {
    private static final int MIN_OCTETS = 8;

    SerialEntropy() {
        super(
                "internal.serial-entropy",
                "CA/Browser Forum TLS BR section 7.1; NIAP CA PP FDP_CER_EXT.1",
                Severity.ERROR,
                "The serial number has room for 64 unpredictable bits");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Element serial = certificate.serial();
        int octets = serial.octet(0) == 0 ? serial.length() - 1 : serial.length();
        if (octets < MIN_OCTETS) {
            report.add("serialNumber", "only " + octets + " octets, too few for 64 random bits");
        }
    }
}
