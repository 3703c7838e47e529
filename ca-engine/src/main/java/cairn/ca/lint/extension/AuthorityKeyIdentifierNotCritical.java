package cairn.ca.lint.extension;

import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** authorityKeyIdentifier is not critical. */
final class AuthorityKeyIdentifierNotCritical extends Criticality {
    AuthorityKeyIdentifierNotCritical() {
        super(
                "rfc5280.aki-not-critical",
                "RFC 5280 section 4.2.1.1",
                Severity.ERROR,
                "authorityKeyIdentifier is not critical",
                Oid.AUTHORITY_KEY_IDENTIFIER,
                false);
    }
}
