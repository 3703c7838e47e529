package cairn.ca.issuance;

import cairn.ca.audit.LedgerException;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintResult;
import cairn.ca.lint.LintSkip;
import cairn.ca.profile.Comparison;
import cairn.ca.profile.IssuerData;
import cairn.ca.profile.ProfileRefusal;
import cairn.ca.profile.ShapeRequest;
import cairn.ca.profile.ToBeSigned;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out what a request would become, by the same shaping, rules and checks as the real thing, at one moment. */
final class Previewing {
    /** As long as a reserved one, and with as many bits that are not foreseen. */
    private static final SerialNumber STAND_IN =
            new SerialNumber(BigInteger.ONE.shiftLeft(158).add(new BigInteger("5a3c96e1d27b48f0a5c3791e6d", 16)));

    private final IssuanceGate gate;
    private final Rehearsal rehearsal;
    private final Instant now;

    Previewing(IssuanceGate gate, Rehearsal rehearsal, Instant now) {
        this.gate = gate;
        this.rehearsal = rehearsal;
        this.now = now;
    }

    Preview preview(PreviewOrder order) throws LedgerException, IssuanceException.Refused {
        List<IssuanceException.Refused> objections = objections(order);
        ShapeRequest request =
                new ShapeRequest(IssuerData.of(order.certificate(), order.algorithm()), order.content(), STAND_IN, now);
        Comparison comparison = order.profile().compare(request);
        if (!comparison.isAccepted()) {
            return new Preview(comparison, Optional.empty(), new LintResult(List.of(), List.of()), objections);
        }
        ToBeSigned shaped;
        try {
            shaped = order.profile().shape(request);
        } catch (ProfileRefusal e) {
            throw new IssuanceException.Refused("profile", String.valueOf(e.getMessage()), e);
        }
        Rehearsal.OfCertificate rehearsed = rehearse(order, shaped);
        return new Preview(comparison, Optional.of(rehearsed.certificate()), rehearsed.result(), objections);
    }

    private Rehearsal.OfCertificate rehearse(PreviewOrder order, ToBeSigned shaped) throws IssuanceException.Refused {
        KeyType type = order.certificate()
                .publicKey()
                .type()
                .orElseThrow(() -> new IssuanceException.Refused(
                        "issuer-key",
                        "the key of authority " + order.issuer() + " is of no type that an authority may have"));
        LintContext context = LintContext.internal()
                .issuedBy(order.certificate())
                .tagged(order.profile().lintTags())
                .notBackdatedBefore(now.truncatedTo(ChronoUnit.SECONDS)
                        .minus(order.profile().longestBackdating()));
        try {
            return rehearsal.certificate(shaped.encoded().toArray(), type, order.algorithm(), context, order.skips());
        } catch (MalformedException e) {
            throw new IssuanceException.Refused(
                    "shape", "profile " + order.profile().name() + " made something that is no certificate", e);
        }
    }

    private List<IssuanceException.Refused> objections(PreviewOrder order) throws LedgerException {
        List<IssuanceException.Refused> objections = new ArrayList<>();
        if (!gate.mayIssue(order.issuer())) {
            objections.add(IssuanceChecks.outOfService(order.issuer()));
        }
        try {
            IssuanceChecks.requireIssuer(order.issuer(), order.certificate(), order.profile(), now);
        } catch (IssuanceException.Refused e) {
            objections.add(e);
        }
        Fingerprint key = order.content().key().fingerprint();
        if (gate.authorityKeys().contains(key)) {
            objections.add(IssuanceChecks.authorityKey());
        } else if (!gate.blockedAmong(Set.of(key)).isEmpty()) {
            objections.add(IssuanceChecks.blockedKey());
        }
        for (LintSkip skip : order.skips()) {
            if (!rehearsal.knows(skip.rule())) {
                objections.add(IssuanceChecks.unknownRule(skip.rule()));
            }
        }
        return objections;
    }
}
