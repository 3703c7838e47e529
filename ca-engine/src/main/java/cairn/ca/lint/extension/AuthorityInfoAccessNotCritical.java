package cairn.ca.lint.extension;

import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** authorityInfoAccess is not critical. */
final class AuthorityInfoAccessNotCritical extends Criticality {
    AuthorityInfoAccessNotCritical() {
        super(
                "rfc5280.aia-not-critical",
                "RFC 5280 section 4.2.2.1",
                Severity.ERROR,
                "authorityInfoAccess is not critical",
                Oid.AUTHORITY_INFO_ACCESS,
                false);
    }
}
