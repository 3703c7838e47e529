package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** With an empty subject the subjectAltName is critical. */
final class EmptySubjectCritical extends CertificateRule {
    EmptySubjectCritical() {
        super(
                "rfc5280.empty-subject-critical",
                "RFC 5280 section 4.2.1.6; NIAP CA PP FDP_CER_EXT.1",
                Severity.ERROR,
                "With an empty subject the subjectAltName is critical");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.subject().isEmpty()
                && certificate.extensions().has(Oid.SUBJECT_ALT_NAME)
                && !certificate.extensions().isCritical(Oid.SUBJECT_ALT_NAME)) {
            report.add("subjectAltName", "not critical although the subject is empty");
        }
    }
}
