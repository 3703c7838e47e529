package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.x509.Severity;
import java.util.Optional;

/** Subject and alternative names lie within the issuer's nameConstraints. */
final class NamesWithinIssuer extends CertificateRule {
    NamesWithinIssuer() {
        super(
                "internal.names-within-issuer",
                "RFC 5280 sections 4.2.1.10 and 6.1.3 (b)",
                Severity.ERROR,
                "Subject and alternative names lie within the issuer's nameConstraints");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Optional<NameConstraintsView> constraints =
                context.issuer().flatMap(issuer -> issuer.extensions().nameConstraints());
        if (constraints.isEmpty() || certificate.isSelfIssued()) {
            return;
        }
        for (NameSpace.Outsider name : new NameSpace(constraints.get()).outsiders(certificate)) {
            String subject = name.where().equals("subject") ? "the subject" : "it";
            report.add(
                    name.where(),
                    (name.text().isEmpty() ? subject : "'" + name.text() + "'")
                            + " is outside the issuer's nameConstraints");
        }
    }
}
