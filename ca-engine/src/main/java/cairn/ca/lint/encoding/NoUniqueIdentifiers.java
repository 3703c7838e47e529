package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** An authority does not make unique identifiers. */
final class NoUniqueIdentifiers extends CertificateRule {
    NoUniqueIdentifiers() {
        super(
                "internal.no-unique-identifiers",
                "RFC 5280 section 4.1.2.8; NIAP CA PP FDP_CER_EXT.1",
                Severity.ERROR,
                "An authority does not make unique identifiers");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.hasUniqueIdentifiers()) {
            report.add("issuerUniqueID, subjectUniqueID", "a unique identifier is present");
        }
    }
}
