package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** A certificate with an empty subject has a subjectAltName. */
final class SubjectOrAlternative extends CertificateRule {
    SubjectOrAlternative() {
        super(
                "rfc5280.subject-or-alternative",
                "RFC 5280 sections 4.1.2.6 and 4.2.1.6",
                Severity.ERROR,
                "A certificate with an empty subject has a subjectAltName");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.subject().isEmpty() && !certificate.extensions().has(Oid.SUBJECT_ALT_NAME)) {
            report.add("subject", "empty, and there is no subjectAltName");
        }
    }
}
