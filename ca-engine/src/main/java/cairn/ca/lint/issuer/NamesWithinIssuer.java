package cairn.ca.lint.issuer;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.Severity;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;
import java.util.Optional;

/** Host names and mail domains lie within the issuer's nameConstraints. */
final class NamesWithinIssuer extends CertificateRule {
    NamesWithinIssuer() {
        super(
                "internal.names-within-issuer",
                "RFC 5280 sections 4.2.1.10 and 6.1.3 (b)",
                Severity.ERROR,
                "Host names and mail domains lie within the issuer's nameConstraints");
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        Optional<NameConstraintsView> constraints =
                context.issuer().flatMap(issuer -> issuer.extensions().nameConstraints());
        if (constraints.isEmpty() || certificate.isSelfIssued()) {
            return;
        }
        for (GeneralNameView name : certificate.extensions().subjectAltNames()) {
            if (name.is(GeneralNameView.DNS) && !isAllowed(name, constraints.get())) {
                report.add("subjectAltName dNSName", "'" + name.text() + "' is outside the issuer's nameConstraints");
            }
        }
    }

    private static boolean isAllowed(GeneralNameView name, NameConstraintsView constraints) {
        boolean limited = false;
        boolean permitted = false;
        for (NameConstraintsView.Subtree subtree : constraints.subtrees()) {
            if (!subtree.base().is(GeneralNameView.DNS)) {
                continue;
            }
            boolean within = isWithin(name.text(), subtree.base().text());
            if (subtree.excluded() && within) {
                return false;
            }
            limited = limited || !subtree.excluded();
            permitted = permitted || (!subtree.excluded() && within);
        }
        return permitted || !limited;
    }

    private static boolean isWithin(String name, String domain) {
        String tail = domain.startsWith(".") ? domain.substring(1) : domain;
        int from = name.length() - tail.length();
        return tail.isEmpty()
                || (from == 0 && name.equalsIgnoreCase(domain))
                || (from > 0 && name.charAt(from - 1) == '.' && name.regionMatches(true, from, tail, 0, tail.length()));
    }
}
