package cairn.app.session;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SerialNumber;
import java.util.List;

/** What happened, in one line for a person. */
public final class EventWords {
    private EventWords() {}

    /** {@code names} are what the workspace calls its tokens now; the event itself has the label. */
    public static String of(AuditEvent event, TokenNames names) {
        return switch (event) {
            case AuditEvent.WorkspaceCreated e ->
                "workspace " + e.workspaceId() + " was made for: " + e.purpose() + " (station " + e.station() + ")";
            case AuditEvent.WorkspaceOpened e -> "workspace opened by Cairn " + e.version();
            case AuditEvent.WorkspaceClosed ignored -> "workspace closed";
            case AuditEvent.InterruptionFound e -> "found interrupted: " + e.words();
            case AuditEvent.TokenLogin e ->
                (e.successful() ? "logged in to token " : "LOG-IN FAILED at token ")
                        + names.title(e.tokenLabel(), e.tokenSerial())
                        + also(e.words());
            case AuditEvent.KeyGenerationStarted e ->
                "a key " + e.label() + " (" + e.keyType() + ") is to be made on token "
                        + names.title(e.tokenLabel(), e.tokenSerial());
            case AuditEvent.KeyGenerated e ->
                "key " + e.key().label() + " (" + e.keyType() + ") was made on token "
                        + names.title(e.key().tokenLabel(), e.key().tokenSerial());
            case AuditEvent.TokenInitialized e ->
                (e.successful() ? "initialised token " : "INITIALISING FAILED at token ")
                        + names.title(e.tokenLabel(), e.tokenSerial())
                        + also(e.words());
            case AuditEvent.PinChanged e ->
                (e.successful() ? "the user's PIN was " : "NO NEW PIN: it was not ")
                        + (e.byOfficer() ? "set by the security officer" : "changed")
                        + " at token "
                        + names.title(e.tokenLabel(), e.tokenSerial())
                        + also(e.words());
            case AuditEvent.TokenTested e ->
                (e.verified() ? "a test signature was made" : "THE TEST SIGNATURE FAILED") + " by key "
                        + e.key().label() + " (" + e.algorithm() + ") on token "
                        + names.title(e.key().tokenLabel(), e.key().tokenSerial()) + also(e.words());
            case AuditEvent.IssuanceRefused e ->
                "refused a certificate by " + e.issuer() + " under profile " + e.profile() + ", rule " + e.rule()
                        + also(e.words());
            case AuditEvent.RevocationRefused e ->
                "refused to " + e.decision() + " " + title(e.issuer(), e.serialNumber()) + also(e.words());
            case AuditEvent.InputRefused e -> "refused an input by " + e.rule() + also(e.words());
            case AuditEvent.IntentRecorded e ->
                title(e.issuer(), e.serialNumber()) + " is to be signed under profile " + e.profile()
                        + skipped(e.skippedLints());
            case AuditEvent.CertificateIssued e -> "issued: " + subject(e) + ", intent " + e.intent();
            case AuditEvent.IntentClosed e -> "intent " + e.intent() + " was closed" + also(e.words());
            case AuditEvent.SigningFailed e -> "SIGNING FAILED: intent " + e.intent() + also(e.words());
            case AuditEvent.AuthorityCreated e -> "authority " + e.name() + " came into service";
            case AuditEvent.AuthorityRequested e -> "a request for authority " + e.name() + " was signed";
            case AuditEvent.AuthorityRetired e -> "authority " + e.name() + " was retired" + also(e.words());
            case AuditEvent.CertificateRevoked e -> title(e.issuer(), e.serialNumber()) + " was revoked: " + e.reason();
            case AuditEvent.CertificateHeld e -> title(e.issuer(), e.serialNumber()) + " was put on hold";
            case AuditEvent.HoldReleased e -> title(e.issuer(), e.serialNumber()) + " was released from hold";
            case AuditEvent.KeyBlocked e -> "key " + e.publicKey().hex() + " was blocked" + also(e.words());
            case AuditEvent.CrlIntentRecorded e ->
                "list " + e.number() + " of " + e.issuer() + " with " + entries(e.entries()) + " is to be signed";
            case AuditEvent.CrlIssued e -> "the list of intent " + e.intent() + " was signed";
            case AuditEvent.Exported e -> "exported " + e.what() + " as " + e.fileName();
            case AuditEvent.ProfileInstalled e -> "profile " + e.name() + " was installed";
            case AuditEvent.OwnerSet e ->
                title(e.issuer(), e.serialNumber()) + " now belongs to " + e.owner() + " " + e.tags();
            case AuditEvent.IntegrityViolation e -> "NOT AS RECORDED: " + e.object() + also(e.words());
            case AuditEvent.RegisterRebuilt e -> "the register was rebuilt up to entry " + e.upToSequence();
            case AuditEvent.JournalVerified e -> "the journal was verified up to entry " + e.upToSequence();
            case AuditEvent.ClockWentBack e -> "THE CLOCK WENT BACK from " + e.lastEvent() + " to " + e.now();
            case AuditEvent.ClockAccepted e -> "the clock was accepted at " + e.now() + also(e.words());
        };
    }

    private static String subject(AuditEvent.CertificateIssued event) {
        try {
            Certificate certificate = Certificate.ofDer(event.certificate().toArray());
            return "certificate " + certificate.serialNumber().hex() + " for " + certificate.subject();
        } catch (MalformedException e) {
            return "a certificate that cannot be read (" + e.getMessage() + ")";
        }
    }

    private static String title(AuthorityName issuer, SerialNumber serialNumber) {
        return "certificate " + serialNumber.hex() + " of " + issuer;
    }

    /** Such as {@code 1 entry}. */
    public static String entries(long number) {
        return number + (number == 1 ? " entry" : " entries");
    }

    private static String also(String words) {
        return words.isEmpty() ? "" : ": " + words;
    }

    private static String skipped(List<String> lints) {
        return lints.isEmpty() ? "" : ", lint rules skipped: " + String.join("; ", lints);
    }
}
