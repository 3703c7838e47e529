package cairn.ca.crl;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuditJournal;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.ClockException;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.audit.Progress;
import cairn.ca.audit.TrustedClock;
import cairn.ca.issuance.IntentIds;
import cairn.ca.issuance.Issuer;
import cairn.ca.issuance.Rehearsal;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintResult;
import cairn.ca.lint.LintSkip;
import cairn.ca.revocation.Revocation;
import cairn.ca.revocation.RevocationRegister;
import cairn.ca.signing.CheckedSigning;
import cairn.ca.signing.SignatureOutcome;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.KeyIdentifier;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SignedDer;
import cairn.ca.x509.SubjectPublicKey;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Signs full lists: build, lint under a throw-away key, record the intent, sign, verify, complete. A number is used up
 * by its intent, whatever comes of it. Needs no approval of its own: a list only says what the register says.
 */
public final class CrlService {
    private final CrlLedger ledger;
    private final RevocationRegister revocations;
    private final AuditJournal journal;
    private final TrustedClock clock;
    private final Rehearsal rehearsal;
    private final IntentIds intentIds;

    /** Works on these. */
    public CrlService(
            CrlLedger ledger,
            RevocationRegister revocations,
            AuditJournal journal,
            TrustedClock clock,
            Rehearsal rehearsal,
            IntentIds intentIds) {
        this.ledger = ledger;
        this.revocations = revocations;
        this.journal = journal;
        this.clock = clock;
        this.rehearsal = rehearsal;
        this.intentIds = intentIds;
    }

    /** A list that was signed, verified and recorded. */
    public record Issued(CertificateList list, BigInteger number, int entries, LintResult lint) {}

    /**
     * When the next list of this issuer can be promised for: then, but not beyond the issuer's end, up to which its last list
     * goes.
     */
    public static Instant nextUpdate(Issuer issuer, Instant wanted) {
        return issuer.certificate()
                .map(certificate -> certificate.validity().notAfter())
                .filter(end -> end.isBefore(wanted))
                .orElse(wanted);
    }

    /**
     * Signs the issuer's next list: thisUpdate is now, and everything is on it that is revoked or on hold.
     *
     * @param nextUpdate by when the next one will be there; not beyond the issuer's own validity
     * @param skips lint rules that shall not block, with the reasons
     */
    public Issued sign(Issuer issuer, Instant nextUpdate, List<LintSkip> skips) throws CrlException {
        return sign(issuer, nextUpdate, skips, Progress.NONE);
    }

    /** The same; {@code progress} hears of the entries and can end it until the number is recorded. */
    public Issued sign(Issuer issuer, Instant nextUpdate, List<LintSkip> skips, Progress progress) throws CrlException {
        Certificate certificate = issuer.certificate()
                .orElseThrow(() -> new CrlException.Refused("issuer", "a list needs an issuer with a certificate"));
        try {
            Instant thisUpdate = now();
            Optional<CrlRecord> previous = ledger.latest(issuer.name());
            CrlConditions.requireUsage(certificate);
            CrlConditions.requireDates(certificate, thisUpdate, nextUpdate, previous);
            CrlHeader header = new CrlHeader(
                    certificate.subject(),
                    certificate.subjectKeyIdentifier().orElseGet(() -> keyIdentifier(certificate)),
                    issuer.algorithm(),
                    ledger.nextNumber(issuer.name()),
                    thisUpdate,
                    nextUpdate.truncatedTo(ChronoUnit.SECONDS));
            CrlWriter writer = new CrlWriter(header);
            AtomicBoolean stopped = new AtomicBoolean();
            revocations.forEach(issuer.name(), revocation -> {
                if (stopped.get() || !progress.goesOn(writer.count(), 0)) {
                    stopped.set(true);
                } else if (belongs(revocation, previous)) {
                    writer.add(revocation);
                }
            });
            requireWanted(stopped.get(), writer.count(), progress);
            byte[] toBeSigned = writer.toBeSigned();
            LintResult lint = lint(issuer, certificate, toBeSigned, skips);
            requireWanted(false, writer.count(), progress);
            CrlIntent intent = new CrlIntent(
                    intentIds.next(),
                    issuer.name(),
                    header.number(),
                    header.thisUpdate(),
                    header.nextUpdate(),
                    writer.count(),
                    Fingerprint.of(toBeSigned));
            ledger.recordIntent(intent);
            return new Issued(signRecorded(issuer, intent, toBeSigned), header.number(), writer.count(), lint);
        } catch (LedgerException e) {
            throw new CrlException.NotRecorded(e);
        }
    }

    private static void requireWanted(boolean stopped, int entries, Progress progress) throws CrlException.Cancelled {
        if (stopped || !progress.goesOn(entries, entries)) {
            throw new CrlException.Cancelled();
        }
    }

    /** How the newest list of an authority stands to what is recorded now. Reads both from front to back. */
    public CrlStanding standing(AuthorityName issuer) throws LedgerException {
        Optional<CrlRecord> latest = ledger.latest(issuer);
        if (latest.isEmpty()) {
            AtomicLong revoked = new AtomicLong();
            revocations.forEach(issuer, revocation -> revoked.incrementAndGet());
            return new CrlStanding(latest, revoked.get(), 0);
        }
        StandingCheck check = new StandingCheck(ledger.read(latest.get()));
        revocations.forEach(issuer, check::add);
        return check.standing(latest.get());
    }

    /** Lists whose signing was interrupted. */
    public List<CrlIntent> openIntents() throws LedgerException {
        return ledger.openIntents();
    }

    /**
     * Closes every open intent, since an interrupted list is worth nothing: its number stays used up, and the next list
     * says the same and more. Returns what was closed, to be told to somebody.
     */
    public List<CrlIntent> closeInterrupted() throws LedgerException {
        List<CrlIntent> closed = new ArrayList<>();
        for (CrlIntent intent : ledger.openIntents()) {
            ledger.close(
                    intent.id(),
                    AuditEvent.Signed.MAYBE,
                    "interrupted while list " + intent.number() + " of " + intent.issuer()
                            + " was being signed; its number is used up");
            closed.add(intent);
        }
        return closed;
    }

    private Instant now() throws CrlException.Refused {
        try {
            return clock.now().truncatedTo(ChronoUnit.SECONDS);
        } catch (ClockException e) {
            throw new CrlException.Refused("clock", String.valueOf(e.getMessage()), e);
        }
    }

    private static KeyIdentifier keyIdentifier(Certificate certificate) {
        SubjectPublicKey key = certificate.publicKey();
        return key.keyIdentifier();
    }

    /**
     * An entry leaves only after it was on one list issued beyond its certificate's end (RFC 5280 section 3.3): that is,
     * if the previous list was issued after that end, and after the revocation itself.
     */
    private static boolean belongs(Revocation revocation, Optional<CrlRecord> previous) {
        return previous.isEmpty()
                || !previous.get().thisUpdate().isAfter(revocation.expires())
                || !previous.get().thisUpdate().isAfter(revocation.revokedAt());
    }

    private LintResult lint(Issuer issuer, Certificate certificate, byte[] toBeSigned, List<LintSkip> skips)
            throws CrlException {
        LintContext context = LintContext.internal().issuedBy(certificate);
        try {
            LintResult result = rehearsal.list(toBeSigned, issuer.keyType(), issuer.algorithm(), context, skips);
            if (result.blocks()) {
                throw new CrlException.LintFailed(result.findings());
            }
            return result;
        } catch (MalformedException e) {
            throw new IllegalStateException("the writer of lists wrote something that is no list", e);
        }
    }

    private CertificateList signRecorded(Issuer issuer, CrlIntent intent, byte[] toBeSigned) throws CrlException {
        return switch (CheckedSigning.sign(issuer.key(), issuer.publicKey(), issuer.algorithm(), toBeSigned)) {
            case SignatureOutcome.Signed(var signature) ->
                complete(
                        intent.id(),
                        SignedDer.assemble(toBeSigned, issuer.algorithm().identifier(), signature.toArray()));
            case SignatureOutcome.NotSigned(var failure) -> {
                CrlException.NotSigned answer = new CrlException.NotSigned(failure);
                close(intent.id(), AuditEvent.Signed.NO, String.valueOf(failure.getMessage()), answer);
                throw answer;
            }
            case SignatureOutcome.Unknown(var failure) -> throw new CrlException.UnknownOutcome(intent.id(), failure);
            case SignatureOutcome.Wrong(String words) -> {
                CrlException.WrongSignature answer = new CrlException.WrongSignature(words);
                report("list " + intent.number() + " of " + intent.issuer(), words, answer);
                close(intent.id(), AuditEvent.Signed.MAYBE, words, answer);
                throw answer;
            }
        };
    }

    private CertificateList complete(IntentId id, byte[] encoded) throws CrlException.NotCompleted {
        try {
            CertificateList list = CertificateList.ofDer(encoded);
            ledger.complete(id, list);
            return list;
        } catch (LedgerException e) {
            throw new CrlException.NotCompleted(id, e);
        } catch (MalformedException e) {
            throw new IllegalStateException("the same bytes were read as a list before they were signed", e);
        }
    }

    private void close(IntentId id, AuditEvent.Signed signed, String words, CrlException because) {
        try {
            ledger.close(id, signed, words);
        } catch (LedgerException e) {
            because.addSuppressed(e);
        }
    }

    private void report(String object, String words, CrlException because) {
        try {
            journal.append(new AuditEvent.IntegrityViolation(object, words));
        } catch (JournalException e) {
            because.addSuppressed(e);
        }
    }
}
