package cairn.ca.revocation;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.BoundedWords;
import cairn.ca.audit.ClockException;
import cairn.ca.audit.LedgerException;
import cairn.ca.audit.TrustedClock;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SerialNumber;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides that certificates are revoked, on hold or released. Needs no token: the next list says so, this records it. One
 * caller at a time; the register is asked afresh for each decision.
 */
public final class RevocationService {
    private final RevocationRegister register;
    private final CertificateLedger ledger;
    private final TrustedClock clock;

    /** Works on these. */
    public RevocationService(RevocationRegister register, CertificateLedger ledger, TrustedClock clock) {
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Records one decision. A compromise also blocks the key, unless the order says otherwise. */
    public void decide(RevocationOrder order) throws RevocationException, LedgerException {
        List<AuditEvent> decision;
        try {
            decision = events(order, now());
        } catch (RevocationException e) {
            register.record(List.of(refusal(order, e)));
            throw e;
        }
        register.record(decision);
    }

    /**
     * Records many decisions in one durable step: all that are sound, or, if the register fails, none. One result for each
     * order, in their order; a bad one stops no other. A certificate that is named twice is decided once. Refusals are
     * recorded in the same step.
     */
    public List<RevocationResult> decideAll(List<? extends RevocationOrder> orders)
            throws RevocationException, LedgerException {
        List<AuditEvent> decisions = new ArrayList<>();
        List<RevocationResult> results = weigh(orders, decisions);
        for (RevocationResult result : results) {
            if (result instanceof RevocationResult.Refused(var order, var failure)) {
                decisions.add(refusal(order, failure));
            }
        }
        if (!decisions.isEmpty()) {
            register.record(decisions);
        }
        return results;
    }

    /** What {@link #decideAll} would answer now. Nothing is recorded. */
    public List<RevocationResult> rehearse(List<? extends RevocationOrder> orders)
            throws RevocationException, LedgerException {
        return weigh(orders, new ArrayList<>());
    }

    private List<RevocationResult> weigh(List<? extends RevocationOrder> orders, List<AuditEvent> decisions)
            throws RevocationException, LedgerException {
        Instant now = now();
        Set<Certified> seen = new HashSet<>();
        List<RevocationResult> results = new ArrayList<>();
        for (RevocationOrder order : orders) {
            try {
                if (!seen.add(new Certified(order.issuer(), order.serialNumber()))) {
                    throw new RevocationException.Refused(title(order) + " is named twice in these decisions");
                }
                decisions.addAll(events(order, now));
                results.add(new RevocationResult.Recorded(order));
            } catch (RevocationException e) {
                results.add(new RevocationResult.Refused(order, e));
            }
        }
        return List.copyOf(results);
    }

    /** Blocks a public key without revoking anything: it may never be certified (again). */
    public void blockKey(Fingerprint publicKey, String words) throws LedgerException {
        register.record(List.of(new AuditEvent.KeyBlocked(publicKey, words)));
    }

    private record Certified(AuthorityName issuer, SerialNumber serialNumber) {}

    private Instant now() throws RevocationException.Refused {
        try {
            return clock.now().truncatedTo(ChronoUnit.SECONDS);
        } catch (ClockException e) {
            throw new RevocationException.Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private List<AuditEvent> events(RevocationOrder order, Instant now) throws RevocationException, LedgerException {
        Certificate certificate = certificate(order);
        Optional<Revocation> state = register.find(order.issuer(), order.serialNumber());
        boolean held = state.isPresent() && state.get().reason() == RevocationReason.CERTIFICATE_HOLD;
        if (state.isPresent() && !held && !isWorse(order, state.get())) {
            throw new RevocationException.AlreadyRevoked(title(order) + " was revoked on "
                    + state.get().revokedAt() + " for " + state.get().reason().word()
                    + "; that is final, except that a compromise found out later replaces another reason");
        }
        if (certificate.isSelfIssued()) {
            throw new RevocationException.Refused(title(order)
                    + " is a root's own certificate: no list of its own can revoke it; retire the authority and take it"
                    + " out of the trust stores");
        }
        return switch (order) {
            case RevocationOrder.Revoke revoke -> revoke(revoke, certificate, state.filter(before -> !held), now);
            case RevocationOrder.Hold(var issuer, var serialNumber) -> {
                if (held) {
                    throw new RevocationException.AlreadyHeld(title(order) + " is on hold already");
                }
                yield List.of(new AuditEvent.CertificateHeld(issuer, serialNumber, now));
            }
            case RevocationOrder.Release(var issuer, var serialNumber) -> {
                if (!held) {
                    throw new RevocationException.NotHeld(title(order) + " is not on hold");
                }
                yield List.of(new AuditEvent.HoldReleased(issuer, serialNumber, now));
            }
        };
    }

    /**
     * What was issued, or, for a serial number whose intent a person closed, what may have been: if such a certificate
     * turns up in the wild it must be possible to revoke it.
     */
    private Certificate certificate(RevocationOrder order)
            throws RevocationException.UnknownCertificate, LedgerException {
        Optional<Certificate> issued = ledger.find(order.issuer(), order.serialNumber());
        if (issued.isPresent()) {
            return issued.get();
        }
        return ledger.findClosed(order.issuer(), order.serialNumber())
                .map(IssuanceIntent::unsigned)
                .orElseThrow(() -> new RevocationException.UnknownCertificate(title(order)
                        + " is unknown: this authority issued no such certificate, or its signing was interrupted and is"
                        + " still to be settled"));
    }

    private static boolean isWorse(RevocationOrder order, Revocation before) {
        return order instanceof RevocationOrder.Revoke revoke && revoke.reason().replaces(before.reason());
    }

    /** Of a certificate that is revoked already only the reason changes: the revocation date is when it was decided first. */
    private static List<AuditEvent> revoke(
            RevocationOrder.Revoke order, Certificate certificate, Optional<Revocation> before, Instant now)
            throws RevocationException.Refused {
        Optional<Instant> invalidity = order.invalidityDate().map(date -> date.truncatedTo(ChronoUnit.SECONDS));
        if (invalidity.isPresent()) {
            requireDate(order, invalidity.get(), certificate, now);
        }
        Instant revokedAt = before.map(Revocation::revokedAt).orElse(now);
        invalidity = invalidity.or(() -> before.flatMap(Revocation::invalidityDate));
        boolean authorityReason = order.reason() == RevocationReason.CA_COMPROMISE;
        if (authorityReason && !certificate.isAuthority()) {
            throw new RevocationException.Refused(
                    title(order) + " is no authority's, so cACompromise cannot be the reason (keyCompromise is)");
        }
        List<AuditEvent> events = new ArrayList<>();
        events.add(new AuditEvent.CertificateRevoked(
                order.issuer(), order.serialNumber(), order.reason().word(), revokedAt, invalidity));
        if (order.reason().isCompromise() && !order.keepKey()) {
            events.add(new AuditEvent.KeyBlocked(
                    certificate.publicKey().fingerprint(),
                    title(order) + " was revoked for " + order.reason().word()));
        }
        return events;
    }

    private static void requireDate(RevocationOrder order, Instant invalidityDate, Certificate certificate, Instant now)
            throws RevocationException.Refused {
        if (invalidityDate.isAfter(now)) {
            throw new RevocationException.Refused(
                    "the invalidity date " + invalidityDate + " of " + title(order) + " is in the future");
        }
        if (invalidityDate.isBefore(certificate.validity().notBefore())) {
            throw new RevocationException.Refused("the invalidity date " + invalidityDate + " of " + title(order)
                    + " is before the certificate's start, "
                    + certificate.validity().notBefore());
        }
    }

    private static AuditEvent refusal(RevocationOrder order, RevocationException failure) {
        String decision = switch (order) {
            case RevocationOrder.Revoke ignored -> "revoke";
            case RevocationOrder.Hold ignored -> "hold";
            case RevocationOrder.Release ignored -> "release";
        };
        return new AuditEvent.RevocationRefused(
                order.issuer(), order.serialNumber(), decision, BoundedWords.of(String.valueOf(failure.getMessage())));
    }

    private static String title(RevocationOrder order) {
        return "certificate " + order.serialNumber() + " of " + order.issuer();
    }
}
