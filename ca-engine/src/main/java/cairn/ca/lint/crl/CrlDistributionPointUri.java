package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.syntax.UriText;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.x509.Severity;

/** A URI in issuingDistributionPoint is absolute. */
final class CrlDistributionPointUri extends CrlRule {
    CrlDistributionPointUri() {
        super(
                "rfc5280.crl-idp-uri",
                "RFC 5280 section 5.2.5; RFC 3986 section 3",
                Severity.ERROR,
                "A URI in issuingDistributionPoint is absolute");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        list.issuingDistributionPoint().ifPresent(point -> {
            for (GeneralNameView name : point.names()) {
                UriText uri = UriText.of(name.text());
                if (name.is(GeneralNameView.URI) && !(uri.isAbsolute() && uri.hasOnlyUriCharacters())) {
                    report.add("issuingDistributionPoint", "'" + name.text() + "' is not an absolute URI");
                }
            }
        });
    }
}
