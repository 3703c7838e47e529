package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** authorityKeyIdentifier of a list holds the key identifier and nothing else. */
final class CrlAkiKeyOnly extends CrlRule {
    CrlAkiKeyOnly() {
        super(
                "internal.crl-aki-key-only",
                "RFC 5280 section 5.2.1; CA/Browser Forum TLS BR section 7.2.2",
                Severity.ERROR,
                "authorityKeyIdentifier of a list holds the key identifier and nothing else");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        list.authorityKeyIdentifier().ifPresent(aki -> {
            if (aki.keyIdentifier().isEmpty() || aki.issuer() || aki.serial()) {
                report.add("authorityKeyIdentifier", "not the key identifier alone");
            }
        });
    }
}
