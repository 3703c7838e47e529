package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** subjectKeyIdentifier is not critical. */
final class SubjectKeyIdentifierNotCritical extends Criticality {
    SubjectKeyIdentifierNotCritical() {
        super(
                "rfc5280.ski-not-critical",
                "RFC 5280 section 4.2.1.2",
                Severity.ERROR,
                "subjectKeyIdentifier is not critical",
                Oid.SUBJECT_KEY_IDENTIFIER,
                false);
=======
/** subjectKeyIdentifier is not critical (RFC 5280 section 4.2.1.2). */
public final class SubjectKeyIdentifierNotCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.ski-not-critical",
            "RFC 5280 section 4.2.1.2",
            Severity.ERROR,
            "subjectKeyIdentifier is not critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().isCritical(Oid.SUBJECT_KEY_IDENTIFIER)) {
            report.add("subjectKeyIdentifier", "is critical");
        }
>>>>>>> authority
    }
}
