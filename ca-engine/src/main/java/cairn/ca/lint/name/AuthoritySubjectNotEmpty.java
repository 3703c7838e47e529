package cairn.ca.lint.name;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** An authority has a subject name. */
final class AuthoritySubjectNotEmpty extends CertificateRule {
    AuthoritySubjectNotEmpty() {
        super(
                "rfc5280.authority-subject-not-empty",
                "RFC 5280 section 4.1.2.6",
                Severity.ERROR,
                "An authority has a subject name");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        if (certificate.subject().isEmpty() && certificate.isAuthority()) {
            report.add("subject", "the name of an authority is empty");
        }
    }
}
