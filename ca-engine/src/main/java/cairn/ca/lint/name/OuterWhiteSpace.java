package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.x509.Severity;

/** An attribute has no white space at its ends. */
final class OuterWhiteSpace extends AttributeRule {
    OuterWhiteSpace() {
        super(
                "rfc4518.outer-white-space",
                "RFC 4518 section 2.6; RFC 5280 section 7.1",
                Severity.WARNING,
                "An attribute has no white space at its ends",
                "has white space at an end");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        String text = attribute.text();
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
    }
}
