package cairn.ca.csr;

import cairn.ca.x509.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides whether a request may become a certificate at all, before any profile is asked. Decides neither names nor validity. */
public final class RequestPolicy {
    private static final String POSSESSION = "RFC 2986 section 3; RFC 4211 section 4";

    private final KeyPolicy keys;

    /** A policy with these rules for keys. */
    public RequestPolicy(KeyPolicy keys) {
        this.keys = keys;
    }

    /** Refuses with the first rule that objects. */
    public void check(CertificationRequest request) throws RequestRefusedException {
        Optional<Finding> refusal = report(request).refusal();
        if (refusal.isPresent()) {
            throw RequestRefusedException.of(refusal.get());
        }
    }

    /** Everything that there is to say about a request; the key first, then possession, then what is asked for. */
    public RequestReport report(CertificationRequest request) {
        List<Finding> findings = new ArrayList<>();
        Optional<Finding> key = keys.objection(request.publicKey());
        key.ifPresent(findings::add);
        if (key.isEmpty() && !request.provesPossession()) {
            findings.add(Finding.error(
                    "possession.signature",
                    POSSESSION,
                    "signature",
                    "The signature of the request is not that of the key in it: the requester has not shown that the"
                            + " private key is his."));
        }
        return RequestReport.of(findings);
    }
}
