package cairn.ca.authority;

import cairn.ca.lint.view.Oid;
import cairn.ca.lint.view.PolicyView;
import cairn.ca.x509.Certificate;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.jspecify.annotations.Nullable;

/**
 * Certificate policies along a path (RFC 5280 sections 6.1.3 (d) to (f) and 6.1.4 (a), (b), (h) to (j)), where the user
 * accepts any policy and demands none. Of the tree only the lowest level is kept, with one node for a policy: whether the
 * tree becomes empty depends on no more, and a hostile chain cannot make it grow.
 */
final class ChainPolicies {
    private final int beyond;
    private int explicitPolicy;
    private int policyMapping;
    private int inhibitAnyPolicy;
    private String demander = "";
    /** What each valid policy of the level expects of the next certificate. */
    private Map<String, Set<String>> level = Map.of(Oid.ANY_POLICY, Set.of(Oid.ANY_POLICY));

    private ChainPolicies(int certificates) {
        this.beyond = certificates + 1;
        this.explicitPolicy = beyond;
        this.policyMapping = beyond;
        this.inhibitAnyPolicy = beyond;
    }

    /**
     * Refuses unless a certificate below the path can still be valid.
     *
     * @param path the links without the root, which as the trust anchor takes no part in this; the lowest first
     */
    static void require(List<ChainLink> path) throws AuthorityException.Refused {
        ChainPolicies state = new ChainPolicies(path.size() + 1);
        for (int i = path.size() - 1; i >= 0; i--) {
            state.descend(path.get(i));
            state.requireLeft(path.get(i), 0);
            try {
                state.prepareForNext(path.get(i));
            } catch (RuntimeException e) {
                // The ASN.1 library reports an extension that cannot be read by unchecked exceptions.
                throw new AuthorityException.Refused(
                        "extension",
                        "the policies of " + path.get(i).label() + " cannot be read: " + e.getMessage(),
                        e);
            }
        }
        if (!path.isEmpty()) {
            // The certificate below counts the demand down once more before it is judged.
            state.requireLeft(path.getFirst(), 1);
        }
    }

    private void requireLeft(ChainLink link, int atMost) throws AuthorityException.Refused {
        if (level.isEmpty() && explicitPolicy <= atMost) {
            throw refused(
                    demander + " demands a certificate policy of all below it, and with " + link.label()
                            + " none is left that the certificates of the path agree on",
                    "6.1.3 (f)");
        }
    }

    /** Section 6.1.3 (d) and (e). */
    private void descend(ChainLink link) throws AuthorityException.Refused {
        Set<String> named = new HashSet<>();
        for (PolicyView policy : link.view().extensions().policies()) {
            if (!named.add(policy.oid())) {
                throw refused(link.label() + " names the policy " + policy.oid() + " twice", "4.2.1.4");
            }
        }
        Set<String> expected = new HashSet<>();
        level.values().forEach(expected::addAll);
        Map<String, Set<String>> next = new HashMap<>();
        for (String policy : named) {
            boolean any = policy.equals(Oid.ANY_POLICY);
            if (!any && (expected.contains(policy) || level.containsKey(Oid.ANY_POLICY))) {
                next.put(policy, Set.of(policy));
            }
        }
        if (named.contains(Oid.ANY_POLICY) && (inhibitAnyPolicy > 0 || link.isSelfIssued())) {
            expected.forEach(policy -> next.putIfAbsent(policy, Set.of(policy)));
        }
        level = next;
    }

    private void prepareForNext(ChainLink link) throws AuthorityException.Refused {
        map(mappings(link));
        if (!link.isSelfIssued()) {
            explicitPolicy = Math.max(0, explicitPolicy - 1);
            policyMapping = Math.max(0, policyMapping - 1);
            inhibitAnyPolicy = Math.max(0, inhibitAnyPolicy - 1);
        }
        Certificate certificate = link.certificate();
        PolicyConstraints constraints = certificate
                .extension(Extension.policyConstraints)
                .map(PolicyConstraints::getInstance)
                .orElse(null);
        if (constraints != null) {
            int demanded = skip(link, constraints.getRequireExplicitPolicyMapping());
            if (demanded < explicitPolicy) {
                explicitPolicy = demanded;
                demander = link.label();
            }
            policyMapping = Math.min(policyMapping, skip(link, constraints.getInhibitPolicyMapping()));
        }
        ASN1Encodable inhibited =
                certificate.extension(Extension.inhibitAnyPolicy).orElse(null);
        if (inhibited != null) {
            inhibitAnyPolicy = Math.min(
                    inhibitAnyPolicy,
                    skip(link, ASN1Integer.getInstance(inhibited).getValue()));
        }
    }

    /** A number of certificates that may follow; one that is not there, or is longer than the path, limits nothing. */
    private int skip(ChainLink link, @Nullable BigInteger value) throws AuthorityException.Refused {
        if (value == null) {
            return beyond;
        }
        if (value.signum() < 0) {
            throw refused(link.label() + " lets " + value + " certificates follow without a policy", "4.2.1.11");
        }
        return value.min(BigInteger.valueOf(beyond)).intValue();
    }

    /** Section 6.1.4 (b). */
    private void map(Map<String, Set<String>> mappings) {
        Map<String, Set<String>> mapped = new HashMap<>(level);
        boolean any = level.containsKey(Oid.ANY_POLICY);
        mappings.forEach((issuers, subjects) -> {
            if (policyMapping == 0) {
                mapped.remove(issuers);
            } else if (any || level.containsKey(issuers)) {
                mapped.put(issuers, subjects);
            }
        });
        level = mapped;
    }

    /** The policies of the issuer's domain and what each is equal to in the subject's, section 6.1.4 (a). */
    private static Map<String, Set<String>> mappings(ChainLink link) throws AuthorityException.Refused {
        Map<String, Set<String>> found = new HashMap<>();
        List<ASN1Encodable> pairs = new ArrayList<>();
        link.certificate()
                .extension(Extension.policyMappings)
                .map(ASN1Sequence::getInstance)
                .ifPresent(sequence -> sequence.forEach(pairs::add));
        for (ASN1Encodable each : pairs) {
            ASN1Sequence pair = ASN1Sequence.getInstance(each);
            String issuers =
                    ASN1ObjectIdentifier.getInstance(pair.getObjectAt(0)).getId();
            String subjects =
                    ASN1ObjectIdentifier.getInstance(pair.getObjectAt(1)).getId();
            if (issuers.equals(Oid.ANY_POLICY) || subjects.equals(Oid.ANY_POLICY)) {
                throw refused(link.label() + " maps anyPolicy, which has no counterpart", "6.1.4 (a)");
            }
            found.computeIfAbsent(issuers, none -> new HashSet<>()).add(subjects);
        }
        return found;
    }

    private static AuthorityException.Refused refused(String words, String clause) {
        return new AuthorityException.Refused("policies", words + " (RFC 5280 section " + clause + ")");
    }
}
