package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.x509.Severity;

/** An attribute has a value. */
final class AttributeEmpty extends AttributeRule {
    AttributeEmpty() {
        super(
                "rfc5280.attribute-empty",
                "RFC 5280 appendix A.1 (DirectoryString has at least one character)",
                Severity.ERROR,
                "An attribute has a value",
                "is an empty value");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        return attribute.value().length() == 0;
    }
}
