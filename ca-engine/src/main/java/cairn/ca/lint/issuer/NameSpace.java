package cairn.ca.lint.issuer;

import cairn.ca.lint.syntax.UriText;
import cairn.ca.lint.view.AttributeView;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.lint.view.NameView;
import cairn.ca.lint.view.Oid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/**
 * The names that an authority's nameConstraints leave to what stands below it (RFC 5280 section 4.2.1.10). A name is outside
 * if it lies in an excluded subtree of its form, or in no permitted one although there are some. A name that cannot be
 * compared with a subtree of its own form is outside too.
 */
public final class NameSpace {
    private final List<NameConstraintsView.Subtree> subtrees;

    /** What these constraints leave. */
    public NameSpace(NameConstraintsView constraints) {
        this.subtrees = constraints.subtrees();
    }

    /**
     * A name that is outside.
     *
     * @param where the field that has it
     * @param text the name, empty where it has no short text
     */
    public record Outsider(String where, String text) {}

    /** The certificate's names that are outside, those of its subject and the alternative ones. */
    public List<Outsider> outsiders(CertificateView certificate) {
        List<Outsider> found = new ArrayList<>(0);
        for (GeneralNameView name : certificate.extensions().subjectAltNames()) {
            if (isOutside(name)) {
                found.add(new Outsider("subjectAltName " + name.kindWord(), name.text()));
            }
        }
        if (!certificate.subject().isEmpty() && isSubjectOutside(certificate.subject())) {
            found.add(new Outsider("subject", ""));
        }
        for (AttributeView attribute : certificate.subject().attributes()) {
            // Required where there is no alternative name; others look at it always, so it would not be accepted.
            if (attribute.oid().equals(Oid.EMAIL_ADDRESS) && isMailOutside(attribute.text())) {
                found.add(new Outsider("subject emailAddress", attribute.text()));
            }
        }
        return found;
    }

    private boolean isOutside(GeneralNameView name) {
        return switch (name.kind()) {
            case GeneralNameView.DNS -> isOutside(name.kind(), base -> domain(name.text(), base.text()));
            case GeneralNameView.MAIL -> isMailOutside(name.text());
            case GeneralNameView.URI -> isOutside(name.kind(), base -> uri(name.text(), base.text()));
            case GeneralNameView.IP ->
                isOutside(
                        name.kind(),
                        base -> address(name.element().content(), base.element().content()));
            case GeneralNameView.DIRECTORY ->
                isOutside(
                        name.kind(),
                        base -> directory(
                                name.element().content(), base.element().content()));
            default -> isOutside(name.kind(), base -> Optional.empty());
        };
    }

    private boolean isMailOutside(String address) {
        return isOutside(GeneralNameView.MAIL, base -> mail(address, base.text()));
    }

    private boolean isSubjectOutside(NameView subject) {
        byte[] encoded = subject.element().encoded();
        return isOutside(
                GeneralNameView.DIRECTORY,
                base -> directory(encoded, base.element().content()));
    }

    private boolean isOutside(int kind, Function<GeneralNameView, Optional<Boolean>> isWithin) {
        boolean limited = false;
        boolean permitted = false;
        for (NameConstraintsView.Subtree subtree : subtrees) {
            if (!subtree.base().is(kind)) {
                continue;
            }
            boolean within = isWithin.apply(subtree.base()).orElse(subtree.excluded());
            if (subtree.excluded() && within) {
                return true;
            }
            limited = limited || !subtree.excluded();
            permitted = permitted || (!subtree.excluded() && within);
        }
        return limited && !permitted;
    }

    /** A domain and all below it; with a leading dot, as many write it, only what is below. */
    private static Optional<Boolean> domain(String name, String base) {
        return Optional.of(base.isEmpty()
                || name.equalsIgnoreCase(base)
                || endsWith(name, base.startsWith(".") ? base : "." + base));
    }

    /** A mailbox, a host, or with a leading dot all hosts of a domain. */
    private static Optional<Boolean> mail(String address, String base) {
        int at = address.lastIndexOf('@');
        if (at < 0) {
            return Optional.empty();
        }
        String host = address.substring(at + 1);
        int baseAt = base.lastIndexOf('@');
        if (baseAt >= 0) {
            return Optional.of(address.substring(0, at).equals(base.substring(0, baseAt))
                    && host.equalsIgnoreCase(base.substring(baseAt + 1)));
        }
        return Optional.of(host(host, base));
    }

    /** A URI without a host cannot be judged and is refused by the RFC's own words. */
    private static Optional<Boolean> uri(String uri, String base) {
        return UriText.of(uri).host().filter(host -> !host.isEmpty()).map(host -> host(host, base));
    }

    private static boolean host(String host, String base) {
        return base.isEmpty() || (base.startsWith(".") ? endsWith(host, base) : host.equalsIgnoreCase(base));
    }

    private static boolean endsWith(String name, String tail) {
        int from = name.length() - tail.length();
        return from > 0 && name.regionMatches(true, from, tail, 0, tail.length());
    }

    /** The base is an address and a mask of the same length. */
    private static Optional<Boolean> address(byte[] address, byte[] base) {
        if (base.length != 2 * address.length) {
            return Optional.of(false);
        }
        for (int i = 0; i < address.length; i++) {
            int mask = base[address.length + i];
            if ((address[i] & mask) != (base[i] & mask)) {
                return Optional.of(false);
            }
        }
        return Optional.of(true);
    }

    /** The base's parts are the first parts of the name. */
    private static Optional<Boolean> directory(byte[] name, byte[] base) {
        try {
            RDN[] parts = X500Name.getInstance(name).getRDNs();
            RDN[] first = X500Name.getInstance(base).getRDNs();
            if (first.length > parts.length) {
                return Optional.of(false);
            }
            for (int i = 0; i < first.length; i++) {
                if (!IETFUtils.rDNAreEqual(parts[i], first[i])) {
                    return Optional.of(false);
                }
            }
            return Optional.of(true);
        } catch (RuntimeException e) {
            // Bouncy Castle's reader throws what it likes at bytes that are no name.
            return Optional.empty();
        }
    }
}
