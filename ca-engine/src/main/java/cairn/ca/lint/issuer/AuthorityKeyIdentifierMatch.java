package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.AuthorityKeyIdentifierView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.Element;
import cairn.ca.x509.Severity;
import java.util.Optional;

/** authorityKeyIdentifier is the issuer's subjectKeyIdentifier. */
final class AuthorityKeyIdentifierMatch extends CertificateRule {
    AuthorityKeyIdentifierMatch() {
        super(
                "internal.aki-match",
                "RFC 5280 section 4.2.1.1; NIAP CA PP FDP_CER_EXT.1",
                Severity.ERROR,
                "authorityKeyIdentifier is the issuer's subjectKeyIdentifier");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Optional<Element> named =
                certificate.extensions().authorityKeyIdentifier().flatMap(AuthorityKeyIdentifierView::keyIdentifier);
        Optional<Element> real =
                context.issuer().flatMap(issuer -> issuer.extensions().subjectKeyIdentifier());
        if (named.isPresent() && real.isPresent() && !named.get().sameContent(real.get())) {
            report.add("authorityKeyIdentifier", "not the issuer's subjectKeyIdentifier");
        }
    }
}
