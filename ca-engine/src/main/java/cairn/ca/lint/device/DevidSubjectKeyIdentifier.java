package cairn.ca.lint.device;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintTag;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Oid;
import cairn.ca.x509.Severity;

/** A device identifier leaves subjectKeyIdentifier out. */
final class DevidSubjectKeyIdentifier extends CertificateRule {
    DevidSubjectKeyIdentifier() {
        super(
                "devid.ski",
                "IEEE 802.1AR-2018 section 8.10.2",
                Severity.NOTICE,
                "A device identifier leaves subjectKeyIdentifier out");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (context.has(LintTag.IDEVID) && certificate.extensions().has(Oid.SUBJECT_KEY_IDENTIFIER)) {
            report.add("subjectKeyIdentifier", "is there");
        }
    }
}
