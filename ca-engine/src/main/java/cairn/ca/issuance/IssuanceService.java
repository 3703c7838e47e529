package cairn.ca.issuance;

import cairn.ca.audit.AuditJournal;
import cairn.ca.audit.ClockException;
import cairn.ca.audit.LedgerException;
import cairn.ca.audit.TrustedClock;
import cairn.ca.profile.IssuerData;
import cairn.ca.profile.Profile;
import cairn.ca.profile.ProfileRefusal;
import cairn.ca.profile.RequestedContent;
import cairn.ca.profile.ShapeRequest;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SerialNumber;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Issues certificates, one or many, in one order and no other: reserve the serial number, shape by the profile, sign by a
 * throw-away key and lint, record the intent, sign, verify the signature, compare with the intent, complete. Safe for use
 * by several threads.
 */
public final class IssuanceService {
    /** So many orders are one task of the executor: handing over a task costs a good part of what one order costs. */
    private static final int SLICE = 8;

    private final CertificateLedger ledger;
    private final IssuanceGate gate;
    private final TrustedClock clock;
    private final Rehearsal rehearsal;
    private final IntentIds intentIds;
    private final SigningRun signing;
    private final Executor executor;
    private final AuditJournal journal;

    /** What issuance asks and tells. */
    public record Registers(CertificateLedger ledger, IssuanceGate gate, AuditJournal journal) {}

    /**
     * Works on these.
     *
     * @param executor gives the threads on which batches are prepared and signed; {@code Runnable::run} for the caller's
     */
    public IssuanceService(
            Registers registers, TrustedClock clock, Rehearsal rehearsal, IntentIds intentIds, Executor executor) {
        this.ledger = registers.ledger();
        this.gate = registers.gate();
        this.clock = clock;
        this.rehearsal = rehearsal;
        this.intentIds = intentIds;
        this.executor = executor;
        this.journal = registers.journal();
        this.signing = new SigningRun(ledger, journal, executor);
    }

    /** Everything up to the intent: nothing but a refusal is recorded, nothing signed. The serial number is used up. */
    public PreparedCertificate prepare(IssuanceOrder order) throws IssuanceException {
        try {
            return start(List.of(order)).prepare(order);
        } catch (IssuanceException e) {
            throw new Refusals(journal).of(order, e);
        }
    }

    /**
     * Whether a profile would make an authority's certificate for a key of this type, tried with a stand-in before the
     * real key is generated. Uses up no serial number.
     *
     * @param parent empty for a root
     * @throws IssuanceException.Refused with every reason of the profile
     */
    public void tryOut(Profile profile, Optional<Issuer> parent, AuthorityTrial trial) throws IssuanceException {
        if (parent.isPresent()) {
            requireParent(parent.get(), profile);
        }
        SubjectPublicKey standIn = rehearsal.standIn(trial.keyType());
        IssuerData issuer = parent.map(Issuer::data).orElseGet(() -> IssuerData.selfSigned(standIn, trial.algorithm()));
        SerialNumber any = new SerialNumber(BigInteger.ONE.shiftLeft(158));
        try {
            profile.shape(new ShapeRequest(issuer, trial.content().apply(standIn), any, now()));
        } catch (ProfileRefusal e) {
            throw new IssuanceException.Refused("profile", String.valueOf(e.getMessage()), e);
        }
    }

    private void requireParent(Issuer parent, Profile profile) throws IssuanceException {
        try {
            if (parent.certificate().isPresent() && !gate.mayIssue(parent.name())) {
                throw IssuanceChecks.outOfService(parent.name());
            }
        } catch (LedgerException e) {
            throw new IssuanceException.NotRecorded(e);
        }
        IssuanceChecks.requireIssuer(parent, profile, now());
    }

    /** What a request would become: nothing is reserved, recorded or signed, and no token is needed. */
    public Preview preview(PreviewOrder order) throws IssuanceException {
        try {
            return new Previewing(gate, rehearsal, now()).preview(order);
        } catch (LedgerException e) {
            throw new IssuanceException.NotRecorded(e);
        }
    }

    /**
     * What {@link #tryOut} tries.
     *
     * @param algorithm by which the key will sign
     * @param content what will be asked for, once the key is there
     */
    public record AuthorityTrial(
            KeyType keyType, SignatureAlgorithm algorithm, Function<SubjectPublicKey, RequestedContent> content) {}

    /** As {@link #prepare} for many: one result for each order, in their order; a bad one stops no other. */
    public List<PreparationResult> prepareAll(List<IssuanceOrder> orders) {
        return new Refusals(journal).among(orders, attemptAll(orders));
    }

    private List<PreparationResult> attemptAll(List<IssuanceOrder> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Preparation preparation;
        try {
            preparation = start(orders);
        } catch (IssuanceException e) {
            return orders.stream()
                    .<PreparationResult>map(order -> new PreparationResult.Refused(e))
                    .toList();
        }
        List<CompletableFuture<List<PreparationResult>>> slices = new ArrayList<>();
        for (int at = 0; at < orders.size(); at += SLICE) {
            List<IssuanceOrder> slice = orders.subList(at, Math.min(orders.size(), at + SLICE));
            slices.add(CompletableFuture.supplyAsync(
                    () -> slice.stream()
                            .map(order -> attempt(preparation, order))
                            .toList(),
                    executor));
        }
        return slices.stream().flatMap(slice -> slice.join().stream()).toList();
    }

    /** Signs a prepared certificate and releases it only when its completion is recorded. */
    public IssuanceResult.Issued issue(PreparedCertificate prepared) throws IssuanceException {
        return switch (issueAll(List.of(prepared)).getFirst()) {
            case IssuanceResult.Issued issued -> issued;
            case IssuanceResult.Failed(var failure) -> throw failure;
        };
    }

    /** Prepares and signs. */
    public IssuanceResult.Issued issue(IssuanceOrder order) throws IssuanceException {
        return issue(prepare(order));
    }

    /**
     * Signs prepared certificates: one result for each, in their order; a bad one stops no other. All intents are
     * recorded in one step before the first signature, all completions in one step after the last.
     *
     * @throws IllegalStateException if one of them was used before; then nothing was recorded or signed
     */
    public List<IssuanceResult> issueAll(List<PreparedCertificate> prepared) {
        if (prepared.isEmpty()) {
            return List.of();
        }
        prepared.forEach(PreparedCertificate::use);
        IdentityHashMap<PreparedCertificate, IssuanceResult> results = new IdentityHashMap<>();
        List<PreparedCertificate> allowed = new ArrayList<>();
        Refusals refusals = new Refusals(journal);
        Instant now;
        BatchGate current;
        try {
            now = now();
            current = ask(prepared.stream().map(PreparedCertificate::order).toList());
        } catch (IssuanceException e) {
            return prepared.stream()
                    .<IssuanceResult>map(each -> new IssuanceResult.Failed(e))
                    .toList();
        }
        for (PreparedCertificate each : prepared) {
            try {
                requireStillAllowed(each.order(), current, now);
                allowed.add(each);
            } catch (IssuanceException e) {
                results.put(each, new IssuanceResult.Failed(e));
                refusals.add(each.order(), e);
            }
        }
        refusals.record();
        List<IssuanceResult> signed = allowed.isEmpty() ? List.of() : signing.run(allowed);
        for (int i = 0; i < allowed.size(); i++) {
            results.put(allowed.get(i), signed.get(i));
        }
        return prepared.stream()
                .map(each -> Objects.requireNonNull(results.get(each)))
                .toList();
    }

    private Preparation start(List<IssuanceOrder> orders) throws IssuanceException {
        try {
            return new Preparation(ledger, ask(orders), rehearsal, intentIds, now(), gate.authorityKeys());
        } catch (LedgerException e) {
            throw new IssuanceException.NotRecorded(e);
        }
    }

    private BatchGate ask(List<IssuanceOrder> orders) throws IssuanceException.NotRecorded {
        try {
            return BatchGate.ask(gate, orders);
        } catch (LedgerException e) {
            throw new IssuanceException.NotRecorded(e);
        }
    }

    /** Time may have passed since the preparation: the authority may be out of service, the key blocked. */
    private static void requireStillAllowed(IssuanceOrder order, BatchGate current, Instant now)
            throws IssuanceException.Refused {
        Issuer issuer = order.issuer();
        IssuanceChecks.requireIssuer(issuer, order.profile(), now);
        if (!current.admits(issuer)) {
            throw new IssuanceException.Refused(
                    "issuer-state", "authority " + issuer.name() + " went out of service after the preparation");
        }
        if (current.isBlocked(order)) {
            throw new IssuanceException.Refused(
                    "blocked-key", "the key to be certified was blocked after the preparation");
        }
    }

    private Instant now() throws IssuanceException.Refused {
        try {
            return clock.now();
        } catch (ClockException e) {
            throw new IssuanceException.Refused("clock", String.valueOf(e.getMessage()), e);
        }
    }

    private static PreparationResult attempt(Preparation preparation, IssuanceOrder order) {
        try {
            return new PreparationResult.Ready(preparation.prepare(order));
        } catch (IssuanceException e) {
            return new PreparationResult.Refused(e);
        } catch (RuntimeException e) {
            // A fault in shaping or linting one certificate is no reason to drop its neighbours.
            return new PreparationResult.Refused(
                    new IssuanceException.Refused("internal", "preparing failed unexpectedly: " + e.getMessage(), e));
        }
    }
}
