package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;

/** A PrintableString holds only its own alphabet. */
final class PrintableAlphabet extends AttributeRule {
    PrintableAlphabet() {
        super(
                "rfc5280.printable-alphabet",
                "RFC 5280 appendix B; X.680 section 41.4",
                Severity.ERROR,
                "A PrintableString holds only its own alphabet",
                "has characters that a PrintableString cannot hold");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        return attribute.value().is(Tag.PRINTABLE_STRING) && !isPrintable(attribute.text());
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && " '()+,-./:=?".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
