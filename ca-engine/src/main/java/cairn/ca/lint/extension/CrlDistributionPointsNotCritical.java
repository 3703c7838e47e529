package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.Oid;

<<<<<<< HEAD
/** cRLDistributionPoints is not critical. */
final class CrlDistributionPointsNotCritical extends Criticality {
    CrlDistributionPointsNotCritical() {
        super(
                "rfc5280.cdp-not-critical",
                "RFC 5280 section 4.2.1.13",
                Severity.WARNING,
                "cRLDistributionPoints is not critical",
                Oid.CRL_DISTRIBUTION_POINTS,
                false);
=======
/** cRLDistributionPoints is not critical (RFC 5280 section 4.2.1.13). */
public final class CrlDistributionPointsNotCritical implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.cdp-not-critical",
            "RFC 5280 section 4.2.1.13",
            Severity.WARNING,
            "cRLDistributionPoints is not critical");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().isCritical(Oid.CRL_DISTRIBUTION_POINTS)) {
            report.add("cRLDistributionPoints", "is critical");
        }
>>>>>>> authority
    }
}
