package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.issuance.Completion;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.revocation.Revocation;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SerialNumber;
import cairn.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledgers refuse, whatever door it comes through; and that a refusal leaves no trace. */
final class LedgerRulesTest {
    private static final Instant AT = Instant.parse("2030-06-01T10:00:00Z");

    @TempDir
    private Path folder;

    private final SettableClock clock = Fixture.clock();
    private Optional<Register> opened = Optional.empty();
    private List<IssuanceIntent> issued = List.of();

    @BeforeEach
    void threeCertificates() throws Exception {
        Register register =
                Register.create(folder.resolve("ca"), new NewWorkspace(1, "x"), Fixture.surroundings(clock));
        opened = Optional.of(register);
        issued = Fixture.issue(register, 1, 3);
    }

    @AfterEach
    void close() throws Exception {
        register().close();
    }

    private Register register() {
        return opened.orElseThrow();
    }

    private interface Refused {
        void run() throws Exception;
    }

    private void assertRefused(String words, Refused action) {
        long before = register().journal().lastSequence();
        LedgerException e = assertThrows(LedgerException.class, action::run);
        assertTrue(e.toString().contains(words), e.toString());
        assertEquals(before, register().journal().lastSequence());
    }

    private SerialNumber serial(int index) {
        return issued.get(index).serialNumber();
    }

    private static AuditEvent revoked(SerialNumber serial, String reason) {
        return new AuditEvent.CertificateRevoked(Fixture.ISSUING, serial, reason, AT, Optional.empty());
    }

    @Test
    void noSerialNumberTwice() throws Exception {
        assertRefused(
                "authority issuing has used the serial number",
                () -> register().certificates().recordIntents(List.of(Fixture.intent(serial(0), 77))));
        SerialNumber fresh = register().certificates().reserveSerial(Fixture.ISSUING);
        assertRefused(
                "has used the serial number",
                () -> register()
                        .certificates()
                        .recordIntents(List.of(Fixture.intent(fresh, 78), Fixture.intent(fresh, 79))));
        IssuanceIntent closed = Fixture.intent(fresh, 80);
        register().certificates().recordIntents(List.of(closed));
        register().certificates().close(closed.id(), AuditEvent.Signed.NO, "power");
        assertRefused(
                "has used the serial number",
                () -> register().certificates().recordIntents(List.of(Fixture.intent(fresh, 81))));
    }

    @Test
    void noIntentTwiceAndNoOtherSerialInIt() throws Exception {
        IssuanceIntent one = Fixture.intent(register().certificates(), 50);
        register().certificates().recordIntents(List.of(one));
        IssuanceIntent sameId = Fixture.intent(register().certificates(), 50);
        assertRefused("is recorded already", () -> register().certificates().recordIntents(List.of(sameId)));
        register().certificates().close(one.id(), AuditEvent.Signed.MAYBE, "power");
        assertRefused("is recorded already", () -> register().certificates().recordIntents(List.of(sameId)));
        IssuanceIntent template = Fixture.intent(register().certificates(), 51);
        IssuanceIntent wrong = new IssuanceIntent(
                template.id(),
                template.issuer(),
                register().certificates().reserveSerial(Fixture.ISSUING),
                template.profile(),
                template.toBeSigned(),
                template.request(),
                template.skippedLints());
        assertRefused(
                "has another serial number than the intent",
                () -> register().certificates().recordIntents(List.of(wrong)));
    }

    @Test
    void onlyAnOpenIntentIsCompletedAndOnlyByWhatWasIntended() throws Exception {
        List<IssuanceIntent> open = Fixture.intents(register().certificates(), 60, 2);
        assertRefused("there is no open intent", () -> register().certificates().complete(Fixture.completions(open)));
        register().certificates().recordIntents(open);
        Completion swapped =
                new Completion(open.get(0).id(), Fixture.completion(open.get(1)).certificate());
        assertRefused("other bytes were signed", () -> register().certificates().complete(List.of(swapped)));
        Completion good = Fixture.completion(open.get(0));
        assertRefused("there is no open intent", () -> register().certificates().complete(List.of(good, good)));
        assertEquals(2, register().certificates().openIntents().size());
        register().certificates().complete(List.of(good));
        assertRefused("there is no open intent", () -> register().certificates().complete(List.of(good)));
        assertEquals(
                List.of(open.get(1)),
                register().certificates().openIntents().stream()
                        .map(o -> o.intent())
                        .toList());
    }

    @Test
    void aFailedSigningLeavesTheIntentOpen() throws Exception {
        IssuanceIntent open = Fixture.intent(register().certificates(), 70);
        assertRefused(
                "there is no open intent", () -> register().certificates().failed(open.id(), "TokenAbsent", "gone"));
        register().certificates().recordIntents(List.of(open));
        register().certificates().failed(open.id(), "TokenAbsent", "gone");
        assertEquals(1, register().certificates().openIntents().size());
        register().certificates().close(open.id(), AuditEvent.Signed.MAYBE, "settled");
        assertEquals(List.of(), register().certificates().openIntents());
        assertRefused(
                "there is no open intent",
                () -> register().certificates().close(open.id(), AuditEvent.Signed.NO, "again"));
    }

    @Test
    void theJournalsOwnDoorHasTheSameRules() {
        JournalException e = assertThrows(
                JournalException.class,
                () -> register()
                        .journal()
                        .append(new AuditEvent.CertificateIssued(
                                new IntentId(new UUID(9, 9)), issued.getFirst().toBeSigned())));
        assertTrue(e.toString().contains("there is no open intent"), e.toString());
        assertThrows(
                JournalException.class,
                () -> register().journal().append(new AuditEvent.WorkspaceCreated("x", 1, "x", "x")));
    }

    @Test
    void revocationsAreFoundCountedAndOrdered() throws Exception {
        register()
                .revocations()
                .record(List.of(
                        revoked(serial(2), "keyCompromise"),
                        new AuditEvent.CertificateHeld(Fixture.ISSUING, serial(0), AT)));
        List<Revocation> all = new ArrayList<>();
        register().revocations().forEach(Fixture.ISSUING, all::add);
        Instant expires = Fixture.NOT_BEFORE.plus(Duration.ofDays(366));
        assertEquals(
                new Revocation(serial(0), RevocationReason.CERTIFICATE_HOLD, AT, Optional.empty(), expires),
                all.getFirst());
        assertEquals(
                List.of(serial(0), serial(2)),
                all.stream().map(Revocation::serialNumber).toList());
        assertEquals(Optional.of(all.get(1)), register().revocations().find(Fixture.ISSUING, serial(2)));
        assertEquals(Optional.empty(), register().revocations().find(Fixture.ISSUING, serial(1)));
        assertEquals(Optional.empty(), register().revocations().find(Fixture.ROOT, serial(2)));
        assertEquals(
                "{issuing={VALID=1, HELD=1, REVOKED=1}}",
                register().inventory().counts().toString());
    }

    @Test
    void aRevocationIsForGoodAndAHoldIsNot() throws Exception {
        var revocations = register().revocations();
        var hold = new AuditEvent.CertificateHeld(Fixture.ISSUING, serial(0), AT);
        var release = new AuditEvent.HoldReleased(Fixture.ISSUING, serial(0), AT);
        assertRefused("is not on hold", () -> revocations.record(List.of(release)));
        revocations.record(List.of(hold));
        assertRefused("is revoked or on hold already", () -> revocations.record(List.of(hold)));
        revocations.record(List.of(release));
        assertEquals(Optional.empty(), revocations.find(Fixture.ISSUING, serial(0)));
        revocations.record(List.of(hold, revoked(serial(0), "superseded")));
        assertEquals(
                RevocationReason.SUPERSEDED,
                revocations.find(Fixture.ISSUING, serial(0)).orElseThrow().reason());
        assertRefused("is revoked already", () -> revocations.record(List.of(revoked(serial(0), "unspecified"))));
        revocations.record(List.of(revoked(serial(0), "keyCompromise")));
        assertEquals(
                RevocationReason.KEY_COMPROMISE,
                revocations.find(Fixture.ISSUING, serial(0)).orElseThrow().reason());
        assertRefused("is revoked already", () -> revocations.record(List.of(revoked(serial(0), "superseded"))));
        assertRefused("is not on hold", () -> revocations.record(List.of(release)));
        assertEquals(
                "{issuing={VALID=2, REVOKED=1}}",
                register().inventory().counts().toString());
    }

    @Test
    void allOrNoneOfABatchIsRecorded() {
        SerialNumber unknown = SerialNumber.ofHex("77");
        assertRefused(
                "is unknown",
                () -> register()
                        .revocations()
                        .record(List.of(revoked(serial(0), "superseded"), revoked(unknown, "superseded"))));
        assertRefused(
                "no reason to revoke called certificateHold",
                () -> register().revocations().record(List.of(revoked(serial(0), "certificateHold"))));
        assertRefused(
                "no reason to revoke called boredom",
                () -> register().revocations().record(List.of(revoked(serial(0), "boredom"))));
    }

    @Test
    void aSerialThatMayHaveBeenSignedCanBeRevokedOnceItsIntentIsClosed() throws Exception {
        IssuanceIntent open = Fixture.intent(register().certificates(), 90);
        register().certificates().recordIntents(List.of(open));
        AuditEvent revocation = revoked(open.serialNumber(), "unspecified");
        assertRefused("its intent is still open", () -> register().revocations().record(List.of(revocation)));
        register().certificates().close(open.id(), AuditEvent.Signed.MAYBE, "the token was pulled");
        register().revocations().record(List.of(revocation));
        assertTrue(register()
                .revocations()
                .find(Fixture.ISSUING, open.serialNumber())
                .isPresent());
        assertRefused("is revoked already", () -> register().revocations().record(List.of(revocation)));
        assertEquals("{issuing={VALID=3}}", register().inventory().counts().toString());
    }

    @Test
    void aBlockedKeyStaysBlocked() throws Exception {
        Fingerprint key = Fingerprint.of(Fixture.key(1).getEncoded());
        assertEquals(false, register().revocations().isBlocked(key));
        register().revocations().record(List.of(new AuditEvent.KeyBlocked(key, "stolen")));
        register().revocations().record(List.of(new AuditEvent.KeyBlocked(key, "stolen again")));
        assertEquals(true, register().revocations().isBlocked(key));
        assertEquals(
                1, register().certificates().findByKey(Fixture.ISSUING, key).size());
        assertEquals(List.of(), register().certificates().findByKey(Fixture.ROOT, key));
    }

    @Test
    void onlyDecisionsGoThroughTheDoorOfDecisions() {
        assertThrows(
                IllegalArgumentException.class,
                () -> register().revocations().record(List.of(new AuditEvent.WorkspaceClosed())));
        assertThrows(
                IllegalArgumentException.class,
                () -> register().authorities().record(new AuditEvent.WorkspaceClosed()));
    }

    @Test
    void ownersAndTagsHaveLimits() {
        assertRefusedOwner("the owner may have 200 characters", "x".repeat(201), List.of());
        assertRefusedOwner("a tag may have 100 characters", "x", List.of("y".repeat(101)));
        assertRefusedOwner("a tag is not blank", "x", List.of(" "));
        assertRefusedOwner("at most 50 tags", "x", Collections.nCopies(51, "t"));
    }

    private void assertRefusedOwner(String words, String owner, List<String> tags) {
        JournalException e = assertThrows(
                JournalException.class,
                () -> register().journal().append(new AuditEvent.OwnerSet(Fixture.ISSUING, serial(0), owner, tags)));
        assertTrue(e.toString().contains(words), e.toString());
    }
}
