package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.PolicyView;
import cairn.ca.x509.Severity;

/** explicitText has at most 200 characters. */
final class ExplicitTextLength extends CertificateRule {
    private static final int LONGEST = 200;

    ExplicitTextLength() {
        super(
                "rfc5280.explicit-text-length",
                "RFC 5280 section 4.2.1.4",
                Severity.ERROR,
                "explicitText has at most 200 characters");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        for (PolicyView policy : certificate.extensions().policies()) {
            for (Element text : policy.explicitTexts()) {
                if (text.length() > LONGEST
                        && text.text().codePointCount(0, text.text().length()) > LONGEST) {
                    report.add("certificatePolicies " + policy.oid(), "explicitText is longer than 200 characters");
                }
            }
        }
    }
}
