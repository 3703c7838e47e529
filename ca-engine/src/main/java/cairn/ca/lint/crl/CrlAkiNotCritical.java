package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** authorityKeyIdentifier of a list is not critical. */
final class CrlAkiNotCritical extends CrlRule {
    CrlAkiNotCritical() {
        super(
                "rfc5280.crl-aki-not-critical",
                "RFC 5280 sections 5.2.1 and 4.2.1.1",
                Severity.ERROR,
                "authorityKeyIdentifier of a list is not critical");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (list.extensions().isCritical(Oid.AUTHORITY_KEY_IDENTIFIER)) {
            report.add("authorityKeyIdentifier", "is critical");
        }
    }
}
