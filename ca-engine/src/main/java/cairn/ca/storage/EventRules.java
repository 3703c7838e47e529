package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.storage.CertificateFacts.Fact;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must hold before an event is recorded, whatever door it comes through: no serial number twice, only an open
 * intent completed and only by what was intended, no CRL number that is not greater than all before. One object judges
 * one batch, so that the events of a batch are judged in the light of those before them.
 */
final class EventRules {
    /** A certificate has up to 1,000,000 octets in the register; the rest is for its signature. */
    private static final int MOST_TO_BE_SIGNED = 900_000;

    private final CertificateFacts facts;
    private final OpenIntents open;
    private final Parsed parsed;
    private final CrlRules lists;
    private final AuthorityRules authorities;
    private final Set<CertificateFacts.Key> used = new HashSet<>();
    private final Map<IntentId, AuditEvent.IntentRecorded> intended = new HashMap<>();
    private final Set<IntentId> ended = new HashSet<>();
    private final Map<CertificateFacts.Key, Standing> standings = new HashMap<>();

    /** What the events of the batch so far have made of a certificate. */
    private record Standing(CertificateStatus status, Optional<RevocationReason> reason) {}

    EventRules(Connection connection, OpenIntents open, Parsed parsed) {
        this.facts = new CertificateFacts(connection);
        this.open = open;
        this.parsed = parsed;
        this.lists = new CrlRules(connection);
        this.authorities = new AuthorityRules(connection);
    }

    /** Refuses events of which nothing may be recorded. */
    void check(List<AuditEvent> events) throws LedgerException {
        try (facts) {
            for (AuditEvent event : events) {
                check(event);
            }
        } catch (SQLException e) {
            throw new LedgerException("the register cannot be read: " + e.getMessage(), e);
        } catch (MalformedException e) {
            throw new LedgerException("not recorded: " + e.getMessage(), e);
        }
    }

    private void check(AuditEvent event) throws LedgerException, SQLException, MalformedException {
        switch (event) {
            case AuditEvent.WorkspaceCreated e -> throw new LedgerException("a workspace is created once");
            case AuditEvent.IntentRecorded e -> intent(e);
            case AuditEvent.CertificateIssued e -> issued(e);
            case AuditEvent.IntentClosed e -> closed(e);
            case AuditEvent.SigningFailed e -> require(isOpen(e.intent()), "there is no open intent " + e.intent());
            case AuditEvent.CertificateRevoked e -> revoked(e);
            case AuditEvent.CertificateHeld e -> held(e);
            case AuditEvent.HoldReleased e -> released(e);
            case AuditEvent.OwnerSet e -> owner(e);
            case AuditEvent.AuthorityRequested e -> authorities.requested(e);
            case AuditEvent.AuthorityCreated e -> authorities.created(e, parsed);
            case AuditEvent.AuthorityRetired e -> authorities.retired(e);
            case AuditEvent.CrlIntentRecorded e -> lists.intended(e);
            case AuditEvent.CrlIssued e -> lists.issued(e);
            case AuditEvent.KeyBlocked e -> requireLength(e.words(), 10_000, "the words");
            case AuditEvent.WorkspaceOpened e -> {}
            case AuditEvent.WorkspaceClosed e -> {}
            case AuditEvent.InterruptionFound e -> {}
            case AuditEvent.TokenLogin e -> {}
            case AuditEvent.KeyGenerationStarted e -> {}
            case AuditEvent.KeyGenerated e -> {}
            case AuditEvent.TokenInitialized e -> {}
            case AuditEvent.PinChanged e -> {}
            case AuditEvent.TokenTested e -> {}
            case AuditEvent.InputRefused e -> {}
            case AuditEvent.IssuanceRefused e -> {}
            case AuditEvent.RevocationRefused e -> {}
            case AuditEvent.Exported e -> {}
            case AuditEvent.ProfileInstalled e -> {}
            case AuditEvent.IntegrityViolation e -> {}
            case AuditEvent.RegisterRebuilt e -> {}
            case AuditEvent.JournalVerified e -> {}
            case AuditEvent.ClockWentBack e -> {}
            case AuditEvent.ClockAccepted e -> {}
        }
    }

    private void intent(AuditEvent.IntentRecorded event) throws LedgerException, SQLException, MalformedException {
        CertificateFacts.Key key = new CertificateFacts.Key(event.issuer(), event.serialNumber());
        require(
                used.add(key) && (open.isBeyondAll(key) || !(open.isUsed(key) || facts.isUsed(key))),
                "authority " + event.issuer() + " has used the serial number " + event.serialNumber() + " already");
        require(
                open.find(event.intent()).isEmpty()
                        && intended.put(event.intent(), event) == null
                        && !facts.isRecorded(event.intent()),
                "the intent " + event.intent() + " is recorded already");
        require(
                parsed.toBeSigned(event.toBeSigned())
                        .serialNumber()
                        .equals(event.serialNumber().value()),
                "what is to be signed has another serial number than the intent");
        requireLength(event.profile(), 1000, "the profile's name");
        // The register writes an intent only after the signature, so whether it can is decided here.
        requireLength(Columns.lines(event.skippedLints()), 1_000_000, "the list of skipped rules");
        require(
                event.toBeSigned().size() <= MOST_TO_BE_SIGNED,
                "what is to be signed has more than " + MOST_TO_BE_SIGNED + " octets");
    }

    private void issued(AuditEvent.CertificateIssued event) throws LedgerException, MalformedException {
        Optional<Octets> toBeSigned = Optional.empty();
        if (!ended.contains(event.intent())) {
            toBeSigned = open.find(event.intent())
                    .map(found -> found.intent().toBeSigned())
                    .or(() -> Optional.ofNullable(intended.get(event.intent()))
                            .map(AuditEvent.IntentRecorded::toBeSigned));
        }
        require(
                toBeSigned.isPresent(),
                "there is no open intent " + event.intent() + "; it is completed, closed or unknown");
        Certificate certificate = parsed.certificate(event.certificate());
        require(
                Arrays.equals(certificate.toBeSigned(), toBeSigned.get().toArray()),
                "the certificate is not the one that was intended: other bytes were signed");
        ended.add(event.intent());
    }

    private void closed(AuditEvent.IntentClosed event) throws LedgerException, SQLException {
        if (lists.isOpen(event.intent())) {
            lists.closed(event);
            return;
        }
        require(
                isOpen(event.intent()),
                "there is no open intent " + event.intent() + "; it is completed, closed or unknown");
        ended.add(event.intent());
    }

    private boolean isOpen(IntentId id) throws SQLException {
        boolean known = open.find(id).isPresent() || intended.containsKey(id) || lists.isOpen(id);
        return known && !ended.contains(id);
    }

    private void revoked(AuditEvent.CertificateRevoked event) throws LedgerException, SQLException {
        Optional<RevocationReason> reason = RevocationReason.ofWord(event.reason());
        require(
                reason.isPresent() && reason.get() != RevocationReason.CERTIFICATE_HOLD,
                "there is no reason to revoke called " + event.reason());
        CertificateFacts.Key key = new CertificateFacts.Key(event.issuer(), event.serialNumber());
        Optional<RevocationReason> before = standing(key).reason();
        require(before.isEmpty() || reason.get().replaces(before.get()), name(key) + " is revoked already");
        standings.put(key, new Standing(CertificateStatus.REVOKED, reason));
    }

    private void held(AuditEvent.CertificateHeld event) throws LedgerException, SQLException {
        CertificateFacts.Key key = new CertificateFacts.Key(event.issuer(), event.serialNumber());
        require(standing(key).status() == CertificateStatus.VALID, name(key) + " is revoked or on hold already");
        standings.put(key, new Standing(CertificateStatus.HELD, Optional.of(RevocationReason.CERTIFICATE_HOLD)));
    }

    private void released(AuditEvent.HoldReleased event) throws LedgerException, SQLException {
        CertificateFacts.Key key = new CertificateFacts.Key(event.issuer(), event.serialNumber());
        require(standing(key).status() == CertificateStatus.HELD, name(key) + " is not on hold");
        standings.put(key, new Standing(CertificateStatus.VALID, Optional.empty()));
    }

    private Standing standing(CertificateFacts.Key key) throws LedgerException, SQLException {
        Standing changed = standings.get(key);
        if (changed != null) {
            return changed;
        }
        Optional<Fact> fact = facts.find(key);
        require(fact.isPresent(), name(key) + " is unknown, or its intent is still open");
        return new Standing(fact.get().status(), fact.get().reason());
    }

    private void owner(AuditEvent.OwnerSet event) throws LedgerException, SQLException {
        CertificateFacts.Key key = new CertificateFacts.Key(event.issuer(), event.serialNumber());
        require(facts.find(key).filter(Fact::issued).isPresent(), name(key) + " is unknown");
        requireLength(event.owner(), 200, "the owner");
        require(event.tags().size() <= 50, "a certificate has at most 50 tags");
        for (String tag : event.tags()) {
            require(!tag.isBlank(), "a tag is not blank");
            requireLength(tag, 100, "a tag");
        }
    }

    private static String name(CertificateFacts.Key key) {
        AuthorityName issuer = key.issuer();
        SerialNumber serial = key.serialNumber();
        return "the certificate " + serial + " of authority " + issuer;
    }

    static void requireLength(String text, int most, String what) throws LedgerException {
        require(text.length() <= most, what + " may have " + most + " characters, not " + text.length());
    }

    static void require(boolean holds, String words) throws LedgerException {
        if (!holds) {
            throw new LedgerException("not recorded: " + words);
        }
    }
}
