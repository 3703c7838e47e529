package cairn.ca.lint.crl;

import cairn.ca.lint.CrlRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.AuthorityKeyIdentifierView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.lint.view.Element;
import cairn.ca.x509.Severity;
import java.util.Optional;

/** authorityKeyIdentifier of a list is the issuer's subjectKeyIdentifier. */
final class CrlAkiMatch extends CrlRule {
    CrlAkiMatch() {
        super(
                "internal.crl-aki-match",
                "RFC 5280 section 5.2.1",
                Severity.ERROR,
                "authorityKeyIdentifier of a list is the issuer's subjectKeyIdentifier");
    }

    @Override
    public void check(CrlView list, LintContext context, Report report) {
        Optional<Element> named = list.authorityKeyIdentifier().flatMap(AuthorityKeyIdentifierView::keyIdentifier);
        Optional<Element> real =
                context.issuer().flatMap(issuer -> issuer.extensions().subjectKeyIdentifier());
        if (named.isPresent() && real.isPresent() && !named.get().sameContent(real.get())) {
            report.add("authorityKeyIdentifier", "not the issuer's subjectKeyIdentifier");
        }
    }
}
