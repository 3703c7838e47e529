package cairn.ca.lint.extension;

import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

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
    }
}
