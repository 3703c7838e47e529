package cairn.ca.lint.extension;

import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.x509.Severity;

/** An address subtree is an address and a mask of leading ones. */
final class SubtreeAddress extends SubtreeRule {
    SubtreeAddress() {
        super(
                "rfc5280.subtree-address",
                "RFC 5280 section 4.2.1.10",
                Severity.ERROR,
                "An address subtree is an address and a mask of leading ones",
                "is not 8 or 32 octets with a mask of leading ones");
    }

    @Override
    boolean isBad(NameConstraintsView.Subtree subtree) {
        return subtree.base().is(GeneralNameView.IP)
                && !isAddressAndMask(subtree.base().element());
    }

    private static boolean isAddressAndMask(Element octets) {
        int length = octets.length();
        if (length != 8 && length != 32) {
            return false;
        }
        boolean ended = false;
        for (int i = length / 2 * 8; i < length * 8; i++) {
            boolean one = (octets.octet(i / 8) & (0x80 >> (i % 8))) != 0;
            if (one && ended) {
                return false;
            }
            ended = ended || !one;
        }
        return true;
    }
}
