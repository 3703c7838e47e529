package cairn.ca.audit;

import cairn.ca.signing.KeyAttributes;
import cairn.ca.signing.KeyReference;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened. The journal of these is the source of truth: the register can be rebuilt from it, so each
 * event carries all that the register keeps. Octets are DER.
 */
public sealed interface AuditEvent {
    /** The fields as one JSON object, as they stand in the journal: octets in base64, numbers of certificates in hexadecimal. */
    default String json() {
        return new EntryCodec().fields(this);
    }

    /** A workspace came to be. Always the first event of a journal. */
    record WorkspaceCreated(String workspaceId, int station, String purpose, String version) implements AuditEvent {}

    /** The workspace was opened by a program of this version (NIAP: start-up of audit). */
    record WorkspaceOpened(String version) implements AuditEvent {}

    /** The workspace was closed in order (NIAP: shutdown of audit). */
    record WorkspaceClosed() implements AuditEvent {}

    /** At opening, something was found half done (NIAP FPT_RCV.1). */
    record InterruptionFound(String words) implements AuditEvent {}

    /** Somebody logged in to a token, or tried to. */
    record TokenLogin(String tokenLabel, String tokenSerial, boolean successful, String words) implements AuditEvent {}

    /** A key pair is about to be generated under this label. */
    record KeyGenerationStarted(String tokenLabel, String tokenSerial, String keyType, String label)
            implements AuditEvent {}

    /** A key pair was generated; {@code publicKey} is its SubjectPublicKeyInfo. */
    record KeyGenerated(KeyReference key, String keyType, Octets publicKey, KeyAttributes attributes)
            implements AuditEvent {}

    /** A token was initialised, which destroys what was on it, or somebody tried to. */
    record TokenInitialized(String tokenLabel, String tokenSerial, boolean successful, String words)
            implements AuditEvent {}

    /** A token's user PIN was changed by its owner or set by the security officer, or somebody tried to. */
    record PinChanged(String tokenLabel, String tokenSerial, boolean byOfficer, boolean successful, String words)
            implements AuditEvent {}

    /** A key signed a message without meaning, which is not kept, to show that the token works, or failed to. */
    record TokenTested(KeyReference key, String algorithm, boolean verified, String words) implements AuditEvent {}

    /** A request or another input was refused by policy; nothing of its content is kept but its digest. */
    record InputRefused(Fingerprint input, String rule, String words) implements AuditEvent {}

    /**
     * A certificate is about to be signed: from now on the serial counts as possibly issued.
     *
     * @param toBeSigned the exact TBSCertificate
     * @param request the digest of the request's DER bytes, if there was one
     * @param skippedLints rules that were skipped, each as {@code rule: reason}
     */
    record IntentRecorded(
            IntentId intent,
            AuthorityName issuer,
            SerialNumber serialNumber,
            String profile,
            Octets toBeSigned,
            Optional<Fingerprint> request,
            List<String> skippedLints)
            implements AuditEvent {}

    /**
     * The profile, a rule of the authority or the linter refused a certificate; nothing was signed.
     *
     * @param request the digest of the request's DER bytes, if there was one
     */
    record IssuanceRefused(
            AuthorityName issuer, String profile, Optional<Fingerprint> request, String rule, String words)
            implements AuditEvent {}

    /** The intended certificate was signed, verified and compared with the intent. */
    record CertificateIssued(IntentId intent, Octets certificate) implements AuditEvent {}

    /**
     * An intent (of a certificate or of a list) ended without a result.
     *
     * @param signed what is known: NO if the token certainly did not sign, MAYBE if nobody can know
     */
    record IntentClosed(IntentId intent, Signed signed, String words) implements AuditEvent {}

    /** Signing failed; the intent stays open if its outcome is unknown. */
    record SigningFailed(IntentId intent, String failure, String words) implements AuditEvent {}

    /** An authority came into service with its certificate; {@code parent} is empty for a root and for an outside issuer. */
    record AuthorityCreated(
            AuthorityName name,
            KeyReference key,
            String signatureAlgorithm,
            Octets certificate,
            Optional<AuthorityName> parent,
            List<Octets> outsideChain)
            implements AuditEvent {}

    /** A request for an authority's certificate was signed, to be carried to an outside issuer. */
    record AuthorityRequested(AuthorityName name, KeyReference key, String signatureAlgorithm, Octets request)
            implements AuditEvent {}

    /** An authority signs no more certificates. */
    record AuthorityRetired(AuthorityName name, String words) implements AuditEvent {}

    /** A certificate was revoked for good. {@code reason} is an RFC 5280 CRLReason name. */
    record CertificateRevoked(
            AuthorityName issuer,
            SerialNumber serialNumber,
            String reason,
            Instant revokedAt,
            Optional<Instant> invalidityDate)
            implements AuditEvent {}

    /** A certificate was put on hold. */
    record CertificateHeld(AuthorityName issuer, SerialNumber serialNumber, Instant heldAt) implements AuditEvent {}

    /** A hold was released. */
    record HoldReleased(AuthorityName issuer, SerialNumber serialNumber, Instant releasedAt) implements AuditEvent {}

    /** A revocation, hold or release was refused; {@code decision} is which of them. */
    record RevocationRefused(AuthorityName issuer, SerialNumber serialNumber, String decision, String words)
            implements AuditEvent {}

    /** A public key may never be certified (again). */
    record KeyBlocked(Fingerprint publicKey, String words) implements AuditEvent {}

    /** A list is about to be signed; its number is used up from now on. {@code toBeSigned} is the digest of the TBSCertList. */
    record CrlIntentRecorded(
            IntentId intent,
            AuthorityName issuer,
            BigInteger number,
            Instant thisUpdate,
            Instant nextUpdate,
            int entries,
            Fingerprint toBeSigned)
            implements AuditEvent {}

    /** The intended list was signed, verified and written; {@code list} is the digest of its DER bytes. */
    record CrlIssued(IntentId intent, Fingerprint list, Octets signature) implements AuditEvent {}

    /** A file was handed out. */
    record Exported(String what, String fileName, Fingerprint content) implements AuditEvent {}

    /** A profile of the workspace was added or replaced. */
    record ProfileInstalled(String name, Fingerprint content) implements AuditEvent {}

    /** Who answers for a certificate, and its tags, were set. */
    record OwnerSet(AuthorityName issuer, SerialNumber serialNumber, String owner, List<String> tags)
            implements AuditEvent {}

    /** A check found something that is not as it was recorded. */
    record IntegrityViolation(String object, String words) implements AuditEvent {}

    /** The register was rebuilt from the journal up to this event. */
    record RegisterRebuilt(long upToSequence) implements AuditEvent {}

    /** Somebody verified the journal. */
    record JournalVerified(long upToSequence) implements AuditEvent {}

    /** The clock stands before the last event's time. */
    record ClockWentBack(Instant lastEvent, Instant now) implements AuditEvent {}

    /** People looked at a clock that stood before the latest entry and declared it right from now on. */
    record ClockAccepted(Instant latest, Instant now, String words) implements AuditEvent {}

    /** Whether a closed intent may have led to a signature. */
    enum Signed {
        NO,
        MAYBE
    }
}
