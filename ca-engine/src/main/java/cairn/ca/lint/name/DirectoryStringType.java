package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;
import java.util.Set;

/** A DirectoryString is a PrintableString or a UTF8String. */
final class DirectoryStringType extends AttributeRule {
    private static final Set<String> DIRECTORY_STRINGS = Set.of(
            Oid.COMMON_NAME,
            Oid.SURNAME,
            Oid.LOCALITY,
            Oid.STATE,
            Oid.ORGANIZATION,
            Oid.ORGANIZATIONAL_UNIT,
            Oid.TITLE,
            Oid.NAME,
            Oid.GIVEN_NAME,
            Oid.INITIALS,
            Oid.GENERATION_QUALIFIER,
            Oid.PSEUDONYM,
            Oid.MATTER_VENDOR_ID,
            Oid.MATTER_PRODUCT_ID);

    DirectoryStringType() {
        super(
                "rfc5280.directory-string-type",
                "RFC 5280 section 4.1.2.4",
                Severity.ERROR,
                "A DirectoryString is a PrintableString or a UTF8String",
                "is neither a PrintableString nor a UTF8String");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        return DIRECTORY_STRINGS.contains(attribute.oid())
                && !attribute.value().is(Tag.UTF8_STRING)
                && !attribute.value().is(Tag.PRINTABLE_STRING);
    }
}
