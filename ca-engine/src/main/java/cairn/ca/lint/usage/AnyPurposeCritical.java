package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** extKeyUsage with anyExtendedKeyUsage is not critical. */
final class AnyPurposeCritical extends CertificateRule {
    AnyPurposeCritical() {
        super(
                "rfc5280.any-purpose-critical",
                "RFC 5280 section 4.2.1.12",
                Severity.WARNING,
                "extKeyUsage with anyExtendedKeyUsage is not critical");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.extensions().isCritical(Oid.EXT_KEY_USAGE)
                && certificate.extensions().extendedKeyUsage().contains(Oid.ANY_EXTENDED_KEY_USAGE)) {
            report.add("extKeyUsage", "is critical and holds anyExtendedKeyUsage");
        }
    }
}
