package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
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
=======
/** authorityInfoAccess is not critical (RFC 5280 section 4.2.2.1). */
public final class AuthorityInfoAccessNotCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.aia-not-critical",
            "RFC 5280 section 4.2.2.1",
            Severity.ERROR,
            "authorityInfoAccess is not critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().isCritical(Oid.AUTHORITY_INFO_ACCESS)) {
            report.add("authorityInfoAccess", "is critical");
        }
>>>>>>> authority
    }
}
