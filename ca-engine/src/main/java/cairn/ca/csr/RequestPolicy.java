package cairn.ca.csr;

import cairn.ca.x509.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a request may become a certificate at all, before any profile is asked. Decides neither names nor
 * validity. Safe for use by several threads.
 */
public final class RequestPolicy {
    /** More alternative names than any certificate of sense has. */
    public static final int MAX_NAMES = 1000;

    private static final String POSSESSION = "RFC 2986 section 3; RFC 4211 section 4";

    private final KeyPolicy keys;
    private final List<RequestRule> rules;

    /** A policy with these rules for keys and the common rules for the rest. */
    public RequestPolicy(KeyPolicy keys) {
        this.keys = keys;
        this.rules = List.of(new SubjectRule(), new AlternativeNameRule(MAX_NAMES), new RequestedExtensionRule());
    }

    /** The policy of {@link KeyRules#standard()}. */
    public static RequestPolicy standard() {
        return new RequestPolicy(KeyRules.standard().policy());
    }

    /** The rules for keys. */
    public KeyPolicy keys() {
        return keys;
    }

    /** Refuses with the first rule that objects; costs one signature check and little beside it. */
    public void check(CertificationRequest request) throws RequestRefusedException {
        Optional<Finding> refusal = report(request).refusal();
        if (refusal.isPresent()) {
            throw RequestRefusedException.of(refusal.get());
        }
    }

    /** Everything that there is to say about a request: its key, possession, then what is asked for. */
    public RequestReport report(CertificationRequest request) {
        List<Finding> findings = new ArrayList<>();
        Optional<Finding> objection = keys.objection(request.publicKey());
        objection.ifPresent(findings::add);
        new SignatureDigestRule().check(request, findings::add);
        // A key that was refused may be built to make the check of its signature dear.
        if (findings.isEmpty() && !request.provesPossession()) {
            findings.add(Finding.error(
                    "possession.signature",
                    POSSESSION,
                    "signature",
                    "The signature of the request is not that of the key in it: the requester has not shown that the"
                            + " private key is his."));
        }
        for (RequestRule rule : rules) {
            rule.check(request, findings::add);
        }
        return RequestReport.of(findings);
    }
}
