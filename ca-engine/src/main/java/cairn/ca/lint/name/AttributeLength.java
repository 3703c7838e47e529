package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;
import java.util.Map;

/** An attribute is no longer than its upper bound. */
final class AttributeLength extends AttributeRule {
    private static final int SHORTEST = 40;
    private static final Map<String, Integer> BOUNDS = Map.ofEntries(
            Map.entry(Oid.COMMON_NAME, 64),
            Map.entry(Oid.SERIAL_NUMBER, 64),
            Map.entry(Oid.LOCALITY, 128),
            Map.entry(Oid.STATE, 128),
            Map.entry(Oid.ORGANIZATION, 64),
            Map.entry(Oid.ORGANIZATIONAL_UNIT, 64),
            Map.entry(Oid.TITLE, 64),
            Map.entry(Oid.PSEUDONYM, 128),
            Map.entry(Oid.EMAIL_ADDRESS, 255),
            Map.entry(Oid.NAME, 32768),
            Map.entry(Oid.SURNAME, 32768),
            Map.entry(Oid.GIVEN_NAME, 32768),
            Map.entry(Oid.INITIALS, 32768),
            Map.entry(Oid.GENERATION_QUALIFIER, 32768),
            // streetAddress, businessCategory and postalCode have their bounds in X.520 itself.
            Map.entry("2.5.4.9", 128),
            Map.entry("2.5.4.15", 128),
            Map.entry("2.5.4.17", 40));

    AttributeLength() {
        super(
                "rfc5280.attribute-length",
                "RFC 5280 appendix A.1 (upper bounds of X.520)",
                Severity.ERROR,
                "An attribute is no longer than its upper bound",
                "is longer than its upper bound");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        String text = attribute.text();
        Integer bound = text.length() <= SHORTEST ? null : BOUNDS.get(attribute.oid());
        return bound != null && text.codePointCount(0, text.length()) > bound;
    }
}
