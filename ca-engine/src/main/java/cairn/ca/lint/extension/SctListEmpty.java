package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.ExtensionView;
import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.Tag;
import cairn.ca.x509.Severity;

/** A list of signed certificate timestamps holds at least one. */
final class SctListEmpty extends CertificateRule {
    SctListEmpty() {
        super(
                "rfc6962.sct-list-empty",
                "RFC 6962 section 3.3",
                Severity.ERROR,
                "A list of signed certificate timestamps holds at least one");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate
                .extensions()
                .find(Oid.SCT_LIST)
                .flatMap(ExtensionView::value)
                .ifPresent(value -> {
                    if (value.is(Tag.OCTET_STRING) && value.length() <= 2) {
                        report.add("signedCertificateTimestampList", "the list is empty");
                    }
                });
    }
}
