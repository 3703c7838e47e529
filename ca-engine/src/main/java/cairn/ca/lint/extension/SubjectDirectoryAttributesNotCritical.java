package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** subjectDirectoryAttributes is not critical. */
final class SubjectDirectoryAttributesNotCritical extends Criticality {
    SubjectDirectoryAttributesNotCritical() {
        super(
                "rfc5280.sda-not-critical",
                "RFC 5280 section 4.2.1.8",
                Severity.ERROR,
                "subjectDirectoryAttributes is not critical",
                Oid.SUBJECT_DIRECTORY_ATTRIBUTES,
                false);
=======
/** subjectDirectoryAttributes is not critical (RFC 5280 section 4.2.1.8). */
public final class SubjectDirectoryAttributesNotCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.sda-not-critical",
            "RFC 5280 section 4.2.1.8",
            Severity.ERROR,
            "subjectDirectoryAttributes is not critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().isCritical(Oid.SUBJECT_DIRECTORY_ATTRIBUTES)) {
            report.add("subjectDirectoryAttributes", "is critical");
        }
>>>>>>> authority
    }
}
