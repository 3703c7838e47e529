package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** freshestCRL is not critical. */
final class FreshestCrlNotCritical extends Criticality {
    FreshestCrlNotCritical() {
        super(
                "rfc5280.freshest-crl-not-critical",
                "RFC 5280 section 4.2.1.15",
                Severity.ERROR,
                "freshestCRL is not critical",
                Oid.FRESHEST_CRL,
                false);
=======
/** freshestCRL is not critical (RFC 5280 section 4.2.1.15). */
public final class FreshestCrlNotCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.freshest-crl-not-critical",
            "RFC 5280 section 4.2.1.15",
            Severity.ERROR,
            "freshestCRL is not critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().isCritical(Oid.FRESHEST_CRL)) {
            report.add("freshestCRL", "is critical");
        }
>>>>>>> authority
    }
}
