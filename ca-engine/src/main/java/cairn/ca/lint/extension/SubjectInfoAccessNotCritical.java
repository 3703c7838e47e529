package cairn.ca.lint.extension;

import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

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
    }
}
