package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** With nothing revoked the list of entries is absent. */
final class CrlRevokedEmpty extends CrlRule {
    CrlRevokedEmpty() {
        super(
                "rfc5280.crl-revoked-empty",
                "RFC 5280 section 5.1.2.6",
                Severity.ERROR,
                "With nothing revoked the list of entries is absent");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (list.isRevokedWritten() && !list.entries().iterator().hasNext()) {
            report.add("revokedCertificates", "is there and empty");
        }
    }
}
