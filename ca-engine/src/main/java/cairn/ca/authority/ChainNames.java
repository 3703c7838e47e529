package cairn.ca.authority;

import cairn.ca.lint.issuer.NameSpace;
import cairn.ca.lint.view.NameConstraintsView;
import java.util.List;
import java.util.Optional;

/**
 * Every certificate of a path lies within the nameConstraints of all that stand above it (RFC 5280 section 6.1.3 (b) and
 * (c)). Those of the root count too: the RFC leaves a root's extensions to whoever trusts it, and others do look at them.
 */
final class ChainNames {
    private ChainNames() {}

    /** The links, the lowest first. */
    static void require(List<ChainLink> path) throws AuthorityException.Refused {
        for (int i = path.size() - 1; i > 0; i--) {
            Optional<NameConstraintsView> constraints =
                    path.get(i).view().extensions().nameConstraints();
            if (constraints.isPresent()) {
                requireComparable(path.get(i), constraints.get());
                requireWithin(path.get(i), new NameSpace(constraints.get()), path.subList(0, i));
            }
        }
    }

    /** RFC 5280 section 4.2.1.10 fixes minimum and maximum, so nobody knows what others mean. */
    private static void requireComparable(ChainLink upper, NameConstraintsView constraints)
            throws AuthorityException.Refused {
        boolean strange = constraints.subtrees().stream()
                .anyMatch(subtree -> subtree.maximum() || (subtree.minimumWritten() && !subtree.minimumZero()));
        if (strange) {
            throw new AuthorityException.Refused(
                    "name-constraints",
                    "the nameConstraints of " + upper.label()
                            + " have a minimum or a maximum, which nobody can compare (RFC 5280 section 4.2.1.10)");
        }
    }

    private static void requireWithin(ChainLink upper, NameSpace allowed, List<ChainLink> below)
            throws AuthorityException.Refused {
        for (ChainLink lower : below) {
            if (lower.isSelfIssued()) {
                continue;
            }
            for (NameSpace.Outsider name : allowed.outsiders(lower.view())) {
                throw new AuthorityException.Refused(
                        "name-constraints",
                        upper.label() + " allows other names only: the " + name.where() + " of " + lower.label()
                                + (name.text().isEmpty() ? "" : ", '" + name.text() + "',")
                                + " is outside its nameConstraints (RFC 5280 section 6.1.3 (b), (c))");
            }
        }
    }
}
