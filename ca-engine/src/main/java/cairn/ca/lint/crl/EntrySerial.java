package cairn.ca.lint.crl;

import cairn.ca.lint.CrlEntryRule;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;

/** The serial number of an entry is a positive integer of at most 20 octets. */
final class EntrySerial extends CrlEntryRule {
    EntrySerial() {
        super(
                "rfc5280.crl-entry-serial",
                "RFC 5280 sections 5.1.2.6 and 4.1.2.2",
                Severity.ERROR,
                "The serial number of an entry is a positive integer of at most 20 octets");
    }

    @Override
    public void check(CrlEntryView entry, CrlView list, Report report) {
        Element serial = entry.serial();
        if (!serial.is(Tag.INTEGER)
                || serial.octet(0) >= 0x80
                || serial.length() > 20
                || (serial.length() == 1 && serial.octet(0) == 0)) {
            report.add(entry.where(), "not a serial number that an authority gives");
        }
    }
}
