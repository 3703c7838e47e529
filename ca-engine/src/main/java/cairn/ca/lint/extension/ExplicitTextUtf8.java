package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.lint.view.PolicyView;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;

/** explicitText is a UTF8String. */
final class ExplicitTextUtf8 extends CertificateRule {
    ExplicitTextUtf8() {
        super("rfc6818.explicit-text-utf8", "RFC 6818 section 3", Severity.WARNING, "explicitText is a UTF8String");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        for (PolicyView policy : certificate.extensions().policies()) {
            for (Element text : policy.explicitTexts()) {
                if (!text.is(Tag.UTF8_STRING)) {
                    report.add(
                            "certificatePolicies " + policy.oid(), "explicitText has the type " + Tag.name(text.tag()));
                }
            }
        }
    }
}
