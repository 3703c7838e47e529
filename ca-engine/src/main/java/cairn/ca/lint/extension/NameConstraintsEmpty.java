package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.x509.Severity;

/** nameConstraints constrains something. */
final class NameConstraintsEmpty extends CertificateRule {
    NameConstraintsEmpty() {
        super(
                "rfc5280.name-constraints-empty",
                "RFC 5280 section 4.2.1.10",
                Severity.ERROR,
                "nameConstraints constrains something");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().nameConstraints().ifPresent(constraints -> {
            if (constraints.subtrees().isEmpty()) {
                report.add("nameConstraints", "no subtree is permitted or excluded");
            }
        });
    }
}
