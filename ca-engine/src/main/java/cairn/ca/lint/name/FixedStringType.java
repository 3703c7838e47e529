package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;

/** serialNumber and dnQualifier are PrintableString, mail address and domain component IA5String. */
final class FixedStringType extends AttributeRule {
    FixedStringType() {
        super(
                "rfc5280.fixed-string-type",
                "RFC 5280 appendix A.1",
                Severity.ERROR,
                "serialNumber and dnQualifier are PrintableString, mail address and domain component IA5String",
                "has the wrong string type for its attribute");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        return switch (attribute.oid()) {
            case Oid.SERIAL_NUMBER, Oid.DN_QUALIFIER -> !attribute.value().is(Tag.PRINTABLE_STRING);
            case Oid.EMAIL_ADDRESS, Oid.DOMAIN_COMPONENT -> !attribute.value().is(Tag.IA5_STRING);
            default -> false;
        };
    }
}
