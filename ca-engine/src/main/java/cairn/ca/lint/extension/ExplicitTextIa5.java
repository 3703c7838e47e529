package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.PolicyView;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;

/** explicitText is no IA5String. */
final class ExplicitTextIa5 extends CertificateRule {
    ExplicitTextIa5() {
        super("rfc6818.explicit-text-ia5", "RFC 6818 section 3", Severity.ERROR, "explicitText is no IA5String");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        for (PolicyView policy : certificate.extensions().policies()) {
            for (Element text : policy.explicitTexts()) {
                if (text.is(Tag.IA5_STRING)) {
                    report.add("certificatePolicies " + policy.oid(), "explicitText is an IA5String");
                }
            }
        }
    }
}
