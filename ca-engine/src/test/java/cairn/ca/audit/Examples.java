package cairn.ca.audit;

import cairn.ca.signing.KeyAttributes;
import cairn.ca.signing.KeyAttributes.Answer;
import cairn.ca.signing.KeyReference;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An event of every type. */
final class Examples {
    static final IntentId INTENT = new IntentId(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"));
    static final AuthorityName ISSUING = new AuthorityName("issuing");
    static final SerialNumber SERIAL = SerialNumber.ofHex("00aa55");
    static final Instant TIME = Instant.parse("2030-01-02T03:04:05.000006Z");
    static final Octets OCTETS = Octets.of(new byte[] {0, (byte) 0xFF, 0x3E, 0x3F});
    static final Fingerprint DIGEST = Fingerprint.of(new byte[0]);
    static final KeyReference KEY = new KeyReference("Token \"1\"", "0001", "0a0b", "root\nkey");

    private Examples() {}

    static List<AuditEvent> all() {
        return List.of(
                new AuditEvent.WorkspaceCreated("id-1", 7, "evaluation", "1.0"),
                new AuditEvent.WorkspaceOpened("1.0"),
                new AuditEvent.WorkspaceClosed(),
                new AuditEvent.InterruptionFound("tail \u0000 cut ✂ \uD83D\uDE00"),
                new AuditEvent.TokenLogin("label", "serial", false, "PIN incorrect"),
                new AuditEvent.KeyGenerationStarted("label", "serial", "ec-p256", "root"),
                new AuditEvent.KeyGenerated(
                        KEY,
                        "ec-p256",
                        OCTETS,
                        new KeyAttributes(
                                Answer.TRUE,
                                Answer.FALSE,
                                Answer.NOT_SAID,
                                Answer.TRUE,
                                Answer.FALSE,
                                Set.of("SIGN", "DERIVE"),
                                Set.of())),
                new AuditEvent.InputRefused(DIGEST, "rsa_too_short", "1024 bits"),
                new AuditEvent.IntentRecorded(
                        INTENT, ISSUING, SERIAL, "tls-server", OCTETS, Optional.of(DIGEST), List.of("a: b", "c: d")),
                new AuditEvent.CertificateIssued(INTENT, OCTETS),
                new AuditEvent.IntentClosed(INTENT, AuditEvent.Signed.MAYBE, "token lost"),
                new AuditEvent.SigningFailed(INTENT, "UnknownOutcome", "deadline"),
                new AuditEvent.AuthorityCreated(
                        ISSUING, KEY, "ecdsa-sha256", OCTETS, Optional.of(new AuthorityName("root")), List.of(OCTETS)),
                new AuditEvent.AuthorityRequested(ISSUING, KEY, "ecdsa-sha256", OCTETS),
                new AuditEvent.AuthorityRetired(ISSUING, "replaced"),
                new AuditEvent.CertificateRevoked(ISSUING, SERIAL, "keyCompromise", TIME, Optional.of(TIME)),
                new AuditEvent.CertificateHeld(ISSUING, SERIAL, TIME),
                new AuditEvent.HoldReleased(ISSUING, SERIAL, TIME),
                new AuditEvent.KeyBlocked(DIGEST, "compromised"),
                new AuditEvent.CrlIntentRecorded(
                        INTENT, ISSUING, BigInteger.TWO.pow(158), TIME, TIME.plusSeconds(1), 3, DIGEST),
                new AuditEvent.CrlIssued(INTENT, DIGEST, OCTETS),
                new AuditEvent.Exported("chain", "chain.pem", DIGEST),
                new AuditEvent.ProfileInstalled("tls-server", DIGEST),
                new AuditEvent.OwnerSet(ISSUING, SERIAL, "Ann", List.of("line-1", "berlin")),
                new AuditEvent.IntegrityViolation("crls/issuing-1.crl", "digest"),
                new AuditEvent.RegisterRebuilt(Long.MAX_VALUE),
                new AuditEvent.JournalVerified(12),
                new AuditEvent.ClockWentBack(TIME, TIME.minusSeconds(9)),
                new AuditEvent.ClockAccepted(TIME, TIME.minusSeconds(9), "battery replaced"),
                new AuditEvent.TokenInitialized("label", "serial", true, "slot 3"),
                new AuditEvent.PinChanged("label", "serial", true, false, "PIN incorrect"),
                new AuditEvent.TokenTested(KEY, "ecdsa-sha256", true, ""),
                new AuditEvent.IssuanceRefused(ISSUING, "tls-server", Optional.of(DIGEST), "profile", "no such name"),
                new AuditEvent.RevocationRefused(ISSUING, SERIAL, "hold", "on hold already"));
    }
}
