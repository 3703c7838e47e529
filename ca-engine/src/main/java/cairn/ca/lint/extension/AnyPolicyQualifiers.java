package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.PolicyView;
import cairn.ca.x509.Severity;

/** Qualifiers of anyPolicy are the two standard ones. */
final class AnyPolicyQualifiers extends CertificateRule {
    AnyPolicyQualifiers() {
        super(
                "rfc5280.any-policy-qualifiers",
                "RFC 5280 section 4.2.1.4",
                Severity.ERROR,
                "Qualifiers of anyPolicy are the two standard ones");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        for (PolicyView policy : certificate.extensions().policies()) {
            for (String qualifier : policy.qualifiers()) {
                if (policy.oid().equals(Oid.ANY_POLICY)
                        && !qualifier.equals(Oid.QUALIFIER_CPS)
                        && !qualifier.equals(Oid.QUALIFIER_USER_NOTICE)) {
                    report.add("certificatePolicies anyPolicy", "qualifier " + qualifier);
                }
            }
        }
    }
}
