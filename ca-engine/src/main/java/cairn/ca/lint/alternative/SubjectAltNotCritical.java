package cairn.ca.lint.alternative;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** subjectAltName is not critical beside a subject. */
final class SubjectAltNotCritical extends CertificateRule {
    SubjectAltNotCritical() {
        super(
                "rfc5280.subject-alt-not-critical",
                "RFC 5280 section 4.2.1.6",
                Severity.WARNING,
                "subjectAltName is not critical beside a subject");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!certificate.subject().isEmpty() && certificate.extensions().isCritical(Oid.SUBJECT_ALT_NAME)) {
            report.add("subjectAltName", "is critical although the subject is not empty");
        }
    }
}
