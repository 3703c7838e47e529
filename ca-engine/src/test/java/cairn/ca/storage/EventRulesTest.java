package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.issuance.Completion;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.signing.KeyReference;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events within one batch are judged in the light of those before them; a refused batch leaves journal and register alone. */
final class EventRulesTest {
    private static final Instant AT = Instant.parse("2030-06-01T10:00:00Z");
    private static final KeyReference KEY = new KeyReference("t", "1", "0a", "k");

    @TempDir
    private Path folder;

    private Optional<Register> opened = Optional.empty();
    private List<IssuanceIntent> issued = List.of();
    private IssuanceIntent open = Fixture.intent(SerialNumber.ofHex("05"), 5);

    @BeforeEach
    void twoCertificatesAndAnOpenIntent() throws Exception {
        Register register =
                Register.create(folder.resolve("ca"), new NewWorkspace(1, "x"), Fixture.surroundings(Fixture.clock()));
        opened = Optional.of(register);
        issued = Fixture.issue(register, 1, 2);
        open = Fixture.intent(register.certificates(), 9);
        register.certificates().recordIntents(List.of(open));
    }

    @AfterEach
    void close() throws Exception {
        register().close();
    }

    private Register register() {
        return opened.orElseThrow();
    }

    private void refused(String words, AuditEvent... events) throws Exception {
        long before = register().journal().lastSequence();
        Map<?, ?> counts = register().inventory().counts();
        Exception e = assertThrows(Exception.class, () -> register().journal().append(List.of(events)));
        assertTrue(e.toString().contains(words), e.toString());
        assertEquals(before, register().journal().lastSequence());
        assertEquals(counts, register().inventory().counts());
        assertEquals(
                List.of(open),
                register().certificates().openIntents().stream()
                        .map(each -> each.intent())
                        .toList());
    }

    private SerialNumber serial(int index) {
        return issued.get(index).serialNumber();
    }

    private AuditEvent hold(int index) {
        return new AuditEvent.CertificateHeld(Fixture.ISSUING, serial(index), AT);
    }

    private AuditEvent release(int index) {
        return new AuditEvent.HoldReleased(Fixture.ISSUING, serial(index), AT);
    }

    private AuditEvent revoke(int index, String reason) {
        return new AuditEvent.CertificateRevoked(Fixture.ISSUING, serial(index), reason, AT, Optional.empty());
    }

    private AuditEvent owner(String owner, List<String> tags) {
        return new AuditEvent.OwnerSet(Fixture.ISSUING, serial(0), owner, tags);
    }

    private AuditEvent.CertificateIssued completed(IssuanceIntent intent) throws Exception {
        return new AuditEvent.CertificateIssued(
                intent.id(), Octets.of(Fixture.completion(intent).certificate().encoded()));
    }

    private static AuditEvent list(long id, BigInteger number) {
        return new AuditEvent.CrlIntentRecorded(
                new IntentId(new UUID(77, id)),
                Fixture.ISSUING,
                number,
                AT,
                AT.plusSeconds(60),
                0,
                Fingerprint.of(new byte[0]));
    }

    @Test
    void revocationsWithinOneBatch() throws Exception {
        refused("revoked already", revoke(0, "superseded"), revoke(0, "superseded"));
        refused("revoked or on hold already", hold(0), hold(0));
        refused("revoked or on hold already", revoke(0, "superseded"), hold(0));
        refused("is not on hold", release(0));
        refused("is not on hold", hold(0), release(0), release(0));
        refused("is not on hold", hold(0), revoke(0, "superseded"), release(0));
        refused("is not on hold", hold(0), release(1));
        refused("no reason to revoke called certificateHold", revoke(0, "certificateHold"));
        refused("no reason to revoke called removeFromCRL", revoke(0, "removeFromCRL"));
        refused("no reason to revoke called KeyCompromise", revoke(0, "KeyCompromise"));
        register().journal().append(List.of(hold(0), release(0), hold(0), revoke(0, "superseded"), hold(1)));
        assertEquals(
                Map.of(Fixture.ISSUING, Map.of(CertificateStatus.REVOKED, 1L, CertificateStatus.HELD, 1L)),
                register().inventory().counts());
    }

    @Test
    void onlyWhatThisIssuerIssuedCanBeRevoked() throws Exception {
        refused("is unknown, or its intent is still open", new AuditEvent.CertificateHeld(Fixture.ROOT, serial(0), AT));
        refused(
                "is unknown, or its intent is still open",
                new AuditEvent.CertificateHeld(Fixture.ISSUING, open.serialNumber(), AT));
        refused("is unknown", new AuditEvent.OwnerSet(Fixture.ISSUING, open.serialNumber(), "a", List.of()));
    }

    @Test
    void oneBadEventRefusesTheWholeBatch() throws Exception {
        refused("there is no open intent", completed(open), completed(open));
        refused(
                "there is no open intent",
                completed(open),
                new AuditEvent.IntentClosed(open.id(), AuditEvent.Signed.NO, "x"));
        refused(
                "there is no open intent",
                new AuditEvent.IntentClosed(open.id(), AuditEvent.Signed.NO, "x"),
                completed(open));
        refused("there is no open intent", completed(issued.getFirst()));
        refused(
                "other bytes were signed",
                new AuditEvent.CertificateIssued(
                        open.id(), completed(issued.getFirst()).certificate()));
        refused("not recorded", new AuditEvent.CertificateIssued(open.id(), Octets.of(new byte[] {0x30, 0x00})));
        refused("not recorded", new AuditEvent.CertificateIssued(open.id(), Octets.of(new byte[0])));
        refused("no open intent", new AuditEvent.SigningFailed(issued.getFirst().id(), "Rejected", "x"));
        refused("no open intent", new AuditEvent.IntentClosed(new IntentId(new UUID(5, 5)), AuditEvent.Signed.NO, "x"));
        refused(
                "no open intent",
                new AuditEvent.IntentClosed(open.id(), AuditEvent.Signed.NO, "x"),
                new AuditEvent.SigningFailed(open.id(), "Rejected", "x"));
        refused("a workspace is created once", new AuditEvent.WorkspaceCreated("w", 1, "p", "1"));
    }

    @Test
    void anIntentMayBeginAndEndInOneBatch() throws Exception {
        IssuanceIntent fresh = Fixture.intent(register().certificates(), 30);
        AuditEvent recorded = new AuditEvent.IntentRecorded(
                fresh.id(), fresh.issuer(), fresh.serialNumber(), "p", fresh.toBeSigned(), Optional.empty(), List.of());
        refused(
                "is recorded already",
                recorded,
                new AuditEvent.IntentRecorded(
                        fresh.id(),
                        fresh.issuer(),
                        register().certificates().reserveSerial(Fixture.ISSUING),
                        "p",
                        fresh.toBeSigned(),
                        Optional.empty(),
                        List.of()));
        refused("has used the serial number", recorded, recorded);
        register().journal().append(List.of(recorded, completed(fresh)));
        assertTrue(register()
                .certificates()
                .find(Fixture.ISSUING, fresh.serialNumber())
                .isPresent());
        IssuanceIntent closed = Fixture.intent(register().certificates(), 31);
        register()
                .journal()
                .append(List.of(
                        new AuditEvent.IntentRecorded(
                                closed.id(),
                                closed.issuer(),
                                closed.serialNumber(),
                                "p",
                                closed.toBeSigned(),
                                Optional.empty(),
                                List.of()),
                        new AuditEvent.SigningFailed(closed.id(), "TokenBusy", "x"),
                        new AuditEvent.IntentClosed(closed.id(), AuditEvent.Signed.NO, "x")));
        assertEquals(
                Optional.of(closed.id()),
                register()
                        .certificates()
                        .findClosed(Fixture.ISSUING, closed.serialNumber())
                        .map(IssuanceIntent::id));
    }

    /** The same serial number of two issuers is two certificates. */
    @Test
    void aSerialNumberIsUsedByOneIssuer() throws Exception {
        IssuanceIntent other = new IssuanceIntent(
                new IntentId(new UUID(8, 8)),
                Fixture.ROOT,
                serial(0),
                "p",
                issued.getFirst().toBeSigned(),
                Optional.empty(),
                List.of());
        register().certificates().recordIntents(List.of(other));
        register()
                .certificates()
                .complete(List.of(new Completion(
                        other.id(), Fixture.completion(issued.getFirst()).certificate())));
        register().journal().append(List.of(hold(0)));
        assertEquals(
                CertificateStatus.HELD,
                register()
                        .inventory()
                        .find(Fixture.ISSUING, serial(0))
                        .orElseThrow()
                        .status());
        assertEquals(
                CertificateStatus.VALID,
                register()
                        .inventory()
                        .find(Fixture.ROOT, serial(0))
                        .orElseThrow()
                        .status());
        assertTrue(register().revocations().find(Fixture.ROOT, serial(0)).isEmpty());
    }

    @Test
    void listsWithinOneBatch() throws Exception {
        refused("has used CRL numbers up to 4", list(1, BigInteger.valueOf(4)), list(2, BigInteger.valueOf(4)));
        refused("has used CRL numbers up to 4", list(1, BigInteger.valueOf(4)), list(2, BigInteger.valueOf(3)));
        refused("is recorded already", list(1, BigInteger.ONE), list(1, BigInteger.TWO));
        refused("not negative", list(1, BigInteger.ONE.negate()));
        refused("below 2^159", list(1, BigInteger.ONE.shiftLeft(159)));
        refused(
                "nextUpdate is before thisUpdate",
                new AuditEvent.CrlIntentRecorded(
                        open.id(),
                        Fixture.ISSUING,
                        BigInteger.ONE,
                        AT,
                        AT.minusSeconds(1),
                        0,
                        Fingerprint.of(new byte[0])));
        IntentId id = new IntentId(new UUID(77, 1));
        AuditEvent closed = new AuditEvent.IntentClosed(id, AuditEvent.Signed.NO, "x");
        refused("no open intent", list(1, BigInteger.ONE), closed, closed);
        refused("no open intent", new AuditEvent.CrlIssued(id, Fingerprint.of(new byte[0]), Octets.of(new byte[1])));
        register()
                .journal()
                .append(List.of(
                        list(1, BigInteger.ZERO),
                        closed,
                        list(2, BigInteger.ONE.shiftLeft(159).subtract(BigInteger.ONE))));
        assertEquals(1, register().crls().openIntents().size());
    }

    @Test
    void textsHaveTheLengthsThatTheRegisterHolds() throws Exception {
        refused("the owner may have 200 characters, not 201", owner("o".repeat(201), List.of()));
        refused("a tag may have 100 characters, not 101", owner("", List.of("a", "t".repeat(101))));
        refused("a tag is not blank", owner("", List.of("a", " ")));
        refused("at most 50 tags", owner("", Collections.nCopies(51, "t")));
        refused(
                "the words may have 10000 characters",
                new AuditEvent.KeyBlocked(Fingerprint.of(new byte[0]), "w".repeat(10_001)));
        List<String> most = Collections.nCopies(50, "\\".repeat(100));
        register()
                .journal()
                .append(List.of(
                        owner("\n".repeat(200), most),
                        new AuditEvent.KeyBlocked(Fingerprint.of(new byte[0]), "w".repeat(10_000))));
        assertEquals(
                most,
                register()
                        .inventory()
                        .find(Fixture.ISSUING, serial(0))
                        .orElseThrow()
                        .tags());
    }

    @Test
    void authoritiesWithinOneBatch() throws Exception {
        AuditEvent requested =
                new AuditEvent.AuthorityRequested(Fixture.ROOT, KEY, "ecdsa-sha256", Octets.of(new byte[] {1}));
        AuditEvent created = new AuditEvent.AuthorityCreated(
                Fixture.ROOT,
                KEY,
                "ecdsa-sha256",
                completed(issued.getFirst()).certificate(),
                Optional.empty(),
                List.of());
        AuditEvent retired = new AuditEvent.AuthorityRetired(Fixture.ROOT, "x");
        refused("there is an authority root already", requested, requested);
        refused("there is an authority root already", created, created);
        refused("there is an authority root already", created, requested);
        refused("there is an authority root already", created, retired, created);
        refused("no active authority root", requested, retired);
        refused("no active authority root", created, retired, retired);
        refused(
                "the key's label may have 1000 characters",
                new AuditEvent.AuthorityRequested(
                        Fixture.ROOT,
                        new KeyReference("t", "1", "0a", "l".repeat(1001)),
                        "ecdsa-sha256",
                        Octets.of(new byte[1])));
        refused(
                "the token's label may have 1000",
                new AuditEvent.AuthorityRequested(
                        Fixture.ROOT,
                        new KeyReference("l".repeat(1001), "1", "0a", "k"),
                        "ecdsa-sha256",
                        Octets.of(new byte[1])));
        refused(
                "the token's serial number may have 1000",
                new AuditEvent.AuthorityRequested(
                        Fixture.ROOT,
                        new KeyReference("t", "1".repeat(1001), "0a", "k"),
                        "ecdsa-sha256",
                        Octets.of(new byte[1])));
        refused(
                "the key's identifier may have 1000",
                new AuditEvent.AuthorityRequested(
                        Fixture.ROOT,
                        new KeyReference("t", "1", "0a".repeat(501), "k"),
                        "ecdsa-sha256",
                        Octets.of(new byte[1])));
        register().journal().append(List.of(requested, created, retired));
        assertEquals(
                "RETIRED",
                register()
                        .authorities()
                        .find(Fixture.ROOT)
                        .orElseThrow()
                        .state()
                        .name());
    }

    /** What the rules let through and the register cannot hold is refused before the journal has it. */
    @Test
    void whatTheRegisterCannotHoldIsNotInTheJournal() throws Exception {
        IssuanceIntent fresh = Fixture.intent(register().certificates(), 40);
        refused(
                "the list of skipped rules may have 1000000 characters, not 1000001",
                new AuditEvent.IntentRecorded(
                        fresh.id(),
                        fresh.issuer(),
                        fresh.serialNumber(),
                        "p",
                        fresh.toBeSigned(),
                        Optional.empty(),
                        List.of("s".repeat(1_000_001))));
        LedgerException e = assertThrows(
                LedgerException.class,
                () -> register()
                        .authorities()
                        .record(new AuditEvent.AuthorityRequested(
                                Fixture.ROOT, KEY, "ecdsa-sha256", Octets.of(new byte[1_000_001]))));
        assertTrue(e.toString().contains("nothing was recorded"), e.toString());
        assertTrue(register().authorities().find(Fixture.ROOT).isEmpty());
        register().journal().append(List.of(hold(0)));
    }
}
