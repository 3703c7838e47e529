package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.RuleDescription;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.Tag;

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
    }
}
