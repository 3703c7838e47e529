package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** Unique identifiers need version 2 or 3. */
final class UniqueIdentifierVersion extends CertificateRule {
    UniqueIdentifierVersion() {
        super(
                "rfc5280.unique-identifier-version",
                "RFC 5280 section 4.1.2.8",
                Severity.ERROR,
                "Unique identifiers need version 2 or 3");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.hasUniqueIdentifiers() && certificate.version() < 2) {
            report.add("issuerUniqueID, subjectUniqueID", "unique identifiers in a certificate of version 1");
        }
    }
}
