package cairn.ca.lint.usage;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;

/** The value of id-pkix-ocsp-nocheck is NULL. */
final class NoCheckNull extends CertificateRule {
    NoCheckNull() {
        super(
                "rfc6960.no-check-null",
                "RFC 6960 section 4.2.2.2.1",
                Severity.ERROR,
                "The value of id-pkix-ocsp-nocheck is NULL");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate
                .extensions()
                .find(Oid.OCSP_NO_CHECK)
                .flatMap(ExtensionView::value)
                .ifPresent(value -> {
                    if (!value.is(Tag.NULL)) {
                        report.add("id-pkix-ocsp-nocheck", "the value is not NULL");
                    }
                });
    }
}
