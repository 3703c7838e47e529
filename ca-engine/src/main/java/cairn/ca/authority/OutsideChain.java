package cairn.ca.authority;

import cairn.ca.lint.view.BasicConstraintsView;
import cairn.ca.lint.view.KeyUsageView;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.SignatureCheck;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The checks on a certificate that an outside issuer made for an authority, as an inner certificate of a path (RFC 5280
 * section 6.1): names chain, signatures verify, every one is an authority's, understood and valid now, and path lengths,
 * name constraints and policies leave room for the authority and something below it.
 */
final class OutsideChain {
    private OutsideChain() {}

    /** Refuses unless {@code certificate} and {@code chain} lead to a self-signed root. */
    static void require(Certificate certificate, List<Certificate> chain, Instant now)
            throws AuthorityException.Refused {
        try {
            List<ChainLink> path = path(certificate, chain);
            walk(path, now);
            ChainNames.require(path);
            ChainPolicies.require(path.subList(0, path.size() - 1));
        } catch (RuntimeException e) {
            // The ASN.1 library reports an extension that cannot be read by unchecked exceptions.
            throw new AuthorityException.Refused(
                    "extension", "an extension in the chain cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<ChainLink> path(Certificate certificate, List<Certificate> chain)
            throws AuthorityException.Refused {
        if (chain.isEmpty()) {
            throw new AuthorityException.Refused(
                    "chain",
                    "the certificates of the outside issuers are missing: its issuer first, then up to the root");
        }
        Set<Certificate> seen = new HashSet<>(Set.of(certificate));
        List<ChainLink> path = new ArrayList<>(List.of(ChainLink.of(certificate, 0)));
        for (Certificate each : chain) {
            ChainLink link = ChainLink.of(each, path.size());
            if (!seen.add(each)) {
                throw new AuthorityException.Refused(
                        "chain",
                        link.label() + " is there twice: the chain has each certificate above the new one once, its"
                                + " issuer first (RFC 5280 section 6.1)");
            }
            path.add(link);
        }
        return path;
    }

    private static void walk(List<ChainLink> path, Instant now) throws AuthorityException.Refused {
        int below = 0;
        for (int i = 0; i < path.size(); i++) {
            ChainLink lower = path.get(i);
            ChainLink upper = path.get(Math.min(i + 1, path.size() - 1));
            requireAuthority(lower, i == 0);
            requireValid(lower, now);
            requireRoom(lower, below);
            below += lower.isSelfIssued() ? 0 : 1;
            if (!lower.certificate().issuer().equals(upper.certificate().subject())) {
                throw new AuthorityException.Refused(
                        "chain",
                        i == path.size() - 1
                                ? "the chain ends with " + lower.label() + ", which is no self-signed root"
                                : lower.label() + " was issued by "
                                        + lower.certificate().issuer() + ", but next in the chain is " + upper.label());
            }
            if (!SignatureCheck.verifies(upper.certificate().publicKey(), lower.certificate())) {
                throw new AuthorityException.Refused(
                        "chain-signature", "the signature of " + lower.label() + " is not that of " + upper.label());
            }
        }
    }

    /** Section 6.1.4 (k) and (n); of the new one keyUsage is demanded, for it shall be one that everybody takes. */
    private static void requireAuthority(ChainLink link, boolean isNew) throws AuthorityException.Refused {
        if (!link.view().isAuthority()) {
            throw new AuthorityException.Refused(
                    "authority",
                    link.label() + " is not the certificate of an authority (CA:TRUE is missing; RFC 5280 section"
                            + " 6.1.4 (k))");
        }
        Optional<KeyUsageView> usage = link.view().extensions().keyUsage();
        boolean may = usage.map(bits -> bits.hasAny(KeyUsageView.KEY_CERT_SIGN)).orElse(!isNew);
        if (!may) {
            throw new AuthorityException.Refused(
                    "key-usage",
                    link.label() + " may not sign certificates (keyCertSign is missing; RFC 5280 section 6.1.4 (n))");
        }
    }

    private static void requireValid(ChainLink link, Instant now) throws AuthorityException.Refused {
        if (!link.certificate().validity().contains(now)) {
            throw new AuthorityException.Refused(
                    "validity",
                    link.label() + " is valid from "
                            + link.certificate().validity().notBefore() + " to "
                            + link.certificate().validity().notAfter() + ", which does not include now, " + now);
        }
    }

    /** {@code below} is how many certificates of authorities stand below this one in the path, as far as they count. */
    private static void requireRoom(ChainLink link, int below) throws AuthorityException.Refused {
        Optional<BigInteger> allowed =
                link.view().extensions().basicConstraints().flatMap(BasicConstraintsView::pathLength);
        if (allowed.isPresent() && allowed.get().compareTo(BigInteger.valueOf(below)) < 0) {
            throw new AuthorityException.Refused(
                    "path-length",
                    link.label() + " allows " + allowed.get() + " authorities below it, and the path has " + below
                            + " (pathLenConstraint, RFC 5280 section 6.1.4 (l), (m))");
        }
    }
}
