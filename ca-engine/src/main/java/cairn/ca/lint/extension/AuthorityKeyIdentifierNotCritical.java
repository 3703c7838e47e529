package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
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
=======
/** authorityKeyIdentifier is not critical (RFC 5280 section 4.2.1.1). */
public final class AuthorityKeyIdentifierNotCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.aki-not-critical",
            "RFC 5280 section 4.2.1.1",
            Severity.ERROR,
            "authorityKeyIdentifier is not critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().isCritical(Oid.AUTHORITY_KEY_IDENTIFIER)) {
            report.add("authorityKeyIdentifier", "is critical");
        }
>>>>>>> authority
    }
}
