package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** A list has authorityKeyIdentifier. */
final class CrlAkiPresent extends CrlRule {
    CrlAkiPresent() {
        super("rfc5280.crl-aki-present", "RFC 5280 section 5.2.1", Severity.ERROR, "A list has authorityKeyIdentifier");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        if (!list.extensions().has(Oid.AUTHORITY_KEY_IDENTIFIER)) {
            report.add("authorityKeyIdentifier", "missing");
        }
    }
}
