package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.lint.view.Oid;
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
        NameSpace allowed = new NameSpace(constraints.get());
        for (GeneralNameView name : certificate.extensions().subjectAltNames()) {
            if (allowed.isOutside(name)) {
                report.add(
                        "subjectAltName " + name.kindWord(),
                        (name.text().isEmpty() ? "it" : "'" + name.text() + "'")
                                + " is outside the issuer's nameConstraints");
            }
        }
        if (!certificate.subject().isEmpty() && allowed.isSubjectOutside(certificate.subject())) {
            report.add("subject", "the subject is outside the issuer's nameConstraints");
        }
        for (AttributeView attribute : certificate.subject().attributes()) {
            // Required where there is no alternative name; others look at it always, so it would not be accepted.
            if (attribute.oid().equals(Oid.EMAIL_ADDRESS) && allowed.isMailOutside(attribute.text())) {
                report.add(
                        "subject emailAddress", "'" + attribute.text() + "' is outside the issuer's nameConstraints");
            }
        }
    }
}
