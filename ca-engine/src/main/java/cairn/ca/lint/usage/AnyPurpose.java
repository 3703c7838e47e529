package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** An end entity names its purposes instead of any purpose. */
final class AnyPurpose extends CertificateRule {
    AnyPurpose() {
        super(
                "internal.any-purpose",
                "CA/Browser Forum TLS BR section 7.1.2.7.10",
                Severity.WARNING,
                "An end entity names its purposes instead of any purpose");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (!certificate.isAuthority()
                && certificate.extensions().extendedKeyUsage().contains(Oid.ANY_EXTENDED_KEY_USAGE)) {
            report.add("extKeyUsage", "anyExtendedKeyUsage lets the key be used for everything");
        }
    }
}
