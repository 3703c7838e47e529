package cairn.ca.lint.name;

import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** A country is two capital letters. */
final class CountryCode extends AttributeRule {
    CountryCode() {
        super(
                "iso3166.country-code",
                "ISO 3166-1 section 5; RFC 5280 appendix A.1",
                Severity.ERROR,
                "A country is two capital letters",
                "is not two capital letters");
    }

    @Override
    boolean isBad(AttributeView attribute) {
        return attribute.oid().equals(Oid.COUNTRY) && !isCode(attribute.text());
    }

    private static boolean isCode(String text) {
        return text.length() == 2 && isCapital(text.charAt(0)) && isCapital(text.charAt(1));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
