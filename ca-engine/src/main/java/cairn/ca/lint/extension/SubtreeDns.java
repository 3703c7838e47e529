package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.syntax.HostName;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;

<<<<<<< HEAD
/** A dNSName subtree is a host name without wildcard. */
final class SubtreeDns extends SubtreeRule {
    SubtreeDns() {
        super(
                "rfc5280.subtree-dns",
                "RFC 5280 section 4.2.1.10",
                Severity.ERROR,
                "A dNSName subtree is a host name without wildcard",
                "is not the name of a domain");
    }

    @Override
    boolean isBad(NameConstraintsView.Subtree subtree) {
        return subtree.base().is(GeneralNameView.DNS) && !isName(subtree.base().text());
=======
/** A dNSName subtree is a host name without wildcard (RFC 5280 section 4.2.1.10). */
public final class SubtreeDns implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.subtree-dns",
            "RFC 5280 section 4.2.1.10",
            Severity.ERROR,
            "A dNSName subtree is a host name without wildcard");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().nameConstraints().ifPresent(constraints -> {
            for (NameConstraintsView.Subtree subtree : constraints.subtrees()) {
                if (subtree.base().is(GeneralNameView.DNS)
                        && !isName(subtree.base().text())) {
                    report.add(
                            "nameConstraints " + subtree.base().kindWord(),
                            "'" + subtree.base().text() + "' is not the name of a domain");
                }
            }
        });
>>>>>>> authority
    }

    private static boolean isName(String text) {
        // A leading dot is not in the clause, but every program reads it as "below this domain"; an empty name is
        // "any".
        String name = text.startsWith(".") ? text.substring(1) : text;
        return text.isEmpty() || (!HostName.hasEmptyLabel(name) && HostName.hasOnly(name, "_"));
    }
}
