package cairn.ca.issuance;

import cairn.ca.audit.LedgerException;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintSkip;
import cairn.ca.profile.ProfileRefusal;
import cairn.ca.profile.ShapeRequest;
import cairn.ca.profile.ToBeSigned;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SerialNumber;
import java.time.Instant;
import java.util.Set;

/** Prepares certificates at one moment: checks, reserves the serial number, shapes, rehearses, checks what came out. */
final class Preparation {
    private final CertificateLedger ledger;
    private final BatchGate gate;
    private final Rehearsal rehearsal;
    private final IntentIds intentIds;
    private final Instant now;
    private final Set<Fingerprint> authorityKeys;

    Preparation(
            CertificateLedger ledger,
            BatchGate gate,
            Rehearsal rehearsal,
            IntentIds intentIds,
            Instant now,
            Set<Fingerprint> authorityKeys) {
        this.ledger = ledger;
        this.gate = gate;
        this.rehearsal = rehearsal;
        this.intentIds = intentIds;
        this.now = now;
        this.authorityKeys = authorityKeys;
    }

    PreparedCertificate prepare(IssuanceOrder order) throws IssuanceException {
        try {
            Issuer issuer = order.issuer();
            requireInService(issuer);
            IssuanceChecks.requireIssuer(issuer, order.profile(), now);
            requireKey(order);
            requireSkips(order);
            SerialNumber serial = ledger.reserveSerial(issuer.name());
            ToBeSigned shaped = shape(order, serial);
            Rehearsal.OfCertificate rehearsed = rehearse(order, shaped);
            IssuanceChecks.requireAsOrdered(order, serial, rehearsed.certificate(), now);
            if (rehearsed.result().blocks()) {
                throw new IssuanceException.LintFailed(rehearsed.result().findings());
            }
            return new PreparedCertificate(order, serial, shaped.encoded(), rehearsed, intentIds.next());
        } catch (LedgerException e) {
            throw new IssuanceException.NotRecorded(e);
        }
    }

    private void requireInService(Issuer issuer) throws IssuanceException.Refused {
        if (!gate.admits(issuer)) {
            throw IssuanceChecks.outOfService(issuer.name());
        }
    }

    private void requireKey(IssuanceOrder order) throws IssuanceException.Refused {
        if (authorityKeys.contains(order.content().key().fingerprint())) {
            throw IssuanceChecks.authorityKey();
        }
        if (gate.isBlocked(order)) {
            throw IssuanceChecks.blockedKey();
        }
    }

    private void requireSkips(IssuanceOrder order) throws IssuanceException.Refused {
        for (LintSkip skip : order.skips()) {
            if (!rehearsal.knows(skip.rule())) {
                throw IssuanceChecks.unknownRule(skip.rule());
            }
        }
    }

    private ToBeSigned shape(IssuanceOrder order, SerialNumber serial) throws IssuanceException.Refused {
        try {
            return order.profile().shape(new ShapeRequest(order.issuer().data(), order.content(), serial, now));
        } catch (ProfileRefusal e) {
            throw new IssuanceException.Refused("profile", String.valueOf(e.getMessage()), e);
        }
    }

    private Rehearsal.OfCertificate rehearse(IssuanceOrder order, ToBeSigned shaped) throws IssuanceException.Refused {
        Issuer issuer = order.issuer();
        LintContext context = issuer.lintContext()
                .tagged(order.profile().lintTags())
                .notBackdatedBefore(IssuanceChecks.earliestStart(order, now));
        try {
            return rehearsal.certificate(
                    shaped.encoded().toArray(), issuer.keyType(), issuer.algorithm(), context, order.skips());
        } catch (MalformedException e) {
            throw new IssuanceException.Refused(
                    "shape", "profile " + order.profile().name() + " made something that is no certificate", e);
        }
    }
}
