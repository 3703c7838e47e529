package cairn.ca.lint.extension;

import cairn.ca.lint.syntax.HostName;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.x509.Severity;

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
    }

    private static boolean isName(String text) {
        // A leading dot is not in the clause, but every program reads it as "below this domain"; an empty name is
        // "any".
        String name = text.startsWith(".") ? text.substring(1) : text;
        return text.isEmpty() || (!HostName.hasEmptyLabel(name) && HostName.hasOnly(name, "_"));
    }
}
