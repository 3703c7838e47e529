package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** subjectInfoAccess is not critical. */
final class SubjectInfoAccessNotCritical extends Criticality {
    SubjectInfoAccessNotCritical() {
        super(
                "rfc5280.sia-not-critical",
                "RFC 5280 section 4.2.2.2",
                Severity.ERROR,
                "subjectInfoAccess is not critical",
                Oid.SUBJECT_INFO_ACCESS,
                false);
=======
/** subjectInfoAccess is not critical (RFC 5280 section 4.2.2.2). */
public final class SubjectInfoAccessNotCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.sia-not-critical",
            "RFC 5280 section 4.2.2.2",
            Severity.ERROR,
            "subjectInfoAccess is not critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().isCritical(Oid.SUBJECT_INFO_ACCESS)) {
            report.add("subjectInfoAccess", "is critical");
        }
>>>>>>> authority
    }
}
