package cairn.ca.lint.extension;

import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

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
    }
}
