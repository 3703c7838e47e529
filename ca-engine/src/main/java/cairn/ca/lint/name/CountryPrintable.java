package cairn.ca.lint.name;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.Tag;

<<<<<<< HEAD
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
=======
/** A country is a PrintableString (RFC 5280 appendix A.1 (X520countryName)). */
public final class CountryPrintable implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.country-printable",
            "RFC 5280 appendix A.1 (X520countryName)",
            Severity.ERROR,
            "A country is a PrintableString");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Attributes.report(
                certificate,
                report,
                "is not a PrintableString",
                attribute -> attribute.oid().equals(Oid.COUNTRY)
                        && !attribute.value().is(Tag.PRINTABLE_STRING));
>>>>>>> authority
    }
}
