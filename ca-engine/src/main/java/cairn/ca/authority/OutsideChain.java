package cairn.ca.authority;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.SignatureCheck;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * The checks on a certificate that an outside issuer made for an authority: names chain, signatures verify, every one is
 * an authority's and valid now, path lengths suffice (RFC 5280 section 6.1, without policies and name constraints).
 */
final class OutsideChain {
    private OutsideChain() {}

    /** Refuses unless {@code certificate} and {@code chain} lead to a self-signed root. */
    static void require(Certificate certificate, List<Certificate> chain, Instant now)
            throws AuthorityException.Refused {
        try {
            walk(certificate, chain, now);
        } catch (RuntimeException e) {
            // The ASN.1 library reports an extension that cannot be read by unchecked exceptions.
            throw new AuthorityException.Refused(
                    "chain", "an extension in the chain cannot be read: " + e.getMessage(), e);
        }
    }

    private static void walk(Certificate certificate, List<Certificate> chain, Instant now)
            throws AuthorityException.Refused {
        if (chain.isEmpty()) {
            throw new AuthorityException.Refused(
                    "chain",
                    "the certificates of the outside issuers are missing: its issuer first, then up to the root");
        }
        List<Certificate> path = new ArrayList<>(List.of(certificate));
        path.addAll(chain);
        int below = 0;
        for (int i = 0; i < path.size(); i++) {
            Certificate lower = path.get(i);
            Certificate upper = path.get(Math.min(i + 1, path.size() - 1));
            requireAuthority(lower, below, now);
            below += lower.isSelfIssued() ? 0 : 1;
            if (!lower.issuer().equals(upper.subject())) {
                throw new AuthorityException.Refused(
                        "chain",
                        i == path.size() - 1
                                ? "the chain ends with " + lower.subject() + ", which is no self-signed root"
                                : lower.subject() + " was issued by " + lower.issuer() + ", but next in the chain is "
                                        + upper.subject());
            }
            if (!SignatureCheck.verifies(upper.publicKey(), lower)) {
                throw new AuthorityException.Refused(
                        "chain-signature",
                        "the signature of " + lower.subject() + " is not that of " + upper.subject());
            }
        }
    }

    /** {@code below} is how many certificates of authorities stand below this one in the path, as far as they count. */
    private static void requireAuthority(Certificate certificate, int below, Instant now)
            throws AuthorityException.Refused {
        if (!certificate.isAuthority()) {
            throw new AuthorityException.Refused(
                    "authority",
                    certificate.subject() + " is not the certificate of an authority (CA:TRUE is missing)");
        }
        KeyUsage usage = KeyUsage.fromExtensions(certificate.holder().getExtensions());
        boolean forbidden = usage != null && !usage.hasUsages(KeyUsage.keyCertSign);
        boolean unsaid = usage == null && below == 0;
        if (forbidden || unsaid) {
            throw new AuthorityException.Refused(
                    "key-usage", certificate.subject() + " may not sign certificates (keyCertSign is missing)");
        }
        if (!certificate.validity().contains(now)) {
            throw new AuthorityException.Refused(
                    "validity",
                    certificate.subject() + " is valid from "
                            + certificate.validity().notBefore() + " to "
                            + certificate.validity().notAfter() + ", which does not include now, " + now);
        }
        Optional<ASN1Integer> pathLength = certificate
                .extension(Extension.basicConstraints)
                .map(BasicConstraints::getInstance)
                .flatMap(constraints -> Optional.ofNullable(constraints.getPathLenConstraintInteger()));
        if (pathLength.isPresent() && pathLength.get().getValue().compareTo(BigInteger.valueOf(below)) < 0) {
            throw new AuthorityException.Refused(
                    "path-length",
                    certificate.subject() + " allows " + pathLength.get() + " authorities below it, and the path has "
                            + below);
        }
    }
}
