package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;

/** A country is a PrintableString. */
final class CountryPrintable extends AttributeRule {
    CountryPrintable() {
        super(
                "rfc5280.country-printable",
                "RFC 5280 appendix A.1 (X520countryName)",
                Severity.ERROR,
                "A country is a PrintableString",
                "is not a PrintableString");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        return attribute.oid().equals(Oid.COUNTRY) && !attribute.value().is(Tag.PRINTABLE_STRING);
    }
}
