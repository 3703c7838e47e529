package cairn.ca.lint.encoding;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** A list of extensions holds at least one. */
final class ExtensionListEmpty extends CertificateRule {
    ExtensionListEmpty() {
        super(
                "rfc5280.extension-list-empty",
                "RFC 5280 section 4.1.2.9",
                Severity.ERROR,
                "A list of extensions holds at least one");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.areExtensionsWritten() && certificate.extensions().all().isEmpty()) {
            report.add("extensions", "the list is there and empty");
        }
    }
}
