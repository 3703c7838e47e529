package cairn.ca.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.IntentId;
import cairn.ca.engine.Engine;
import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.MemoryToken.Fault;
import cairn.ca.lint.LintSkip;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SignatureCheck;
import cairn.ca.x509.SignedDer;
import cairn.testkit.SeededRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is recorded at each step, word for word, and that no changed octet ends an intent. */
final class IssuanceStepsTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(16);
    private final IssuanceService issuance = fixture.engine.issuance();
    private final Issuer issuer = fixture.open(EngineFixture.ISSUING);

    private <E extends AuditEvent> E last(Class<E> kind) {
        return fixture.ports.journal().events(kind).reduce((a, b) -> b).orElseThrow();
    }

    private OpenIntent lose() {
        fixture.token.fail(Fault.LOST_AFTER);
        assertThrows(IssuanceException.UnknownOutcome.class, () -> issuance.issue(fixture.deviceOrder()));
        fixture.token.fail(Fault.NONE);
        try {
            return fixture.engine.settlement().open().getLast();
        } catch (cairn.ca.audit.LedgerException e) {
            throw new AssertionError(e);
        }
    }

    private Certificate found(OpenIntent open) throws Exception {
        byte[] content = open.intent().toBeSigned().toArray();
        return Certificate.ofDer(SignedDer.assemble(
                content, issuer.algorithm().identifier(), issuer.key().sign(issuer.algorithm(), content)));
    }

    @Test
    void theIntentSaysEverythingThatWasOrdered() throws Exception {
        IssuanceOrder plain = fixture.deviceOrder();
        Fingerprint request = Fingerprint.of(new byte[] {1});
        IssuanceOrder order =
                new IssuanceOrder(plain.issuer(), plain.profile(), plain.content(), Optional.of(request), List.of());
        PreparedCertificate prepared = issuance.prepare(order);
        Certificate issued = issuance.issue(prepared).certificate();
        AuditEvent.IntentRecorded intent = last(AuditEvent.IntentRecorded.class);
        assertEquals(EngineFixture.ISSUING, intent.issuer());
        assertEquals(issued.serialNumber(), intent.serialNumber());
        assertEquals("iot-device", intent.profile());
        assertEquals(Octets.of(issued.toBeSigned()), intent.toBeSigned());
        assertEquals(Optional.of(request), intent.request());
        assertEquals(List.of(), intent.skippedLints());
        AuditEvent.CertificateIssued completion = last(AuditEvent.CertificateIssued.class);
        assertEquals(intent.intent(), completion.intent());
        assertEquals(Octets.of(issued.encoded()), completion.certificate());
        assertSame(order, prepared.order());
    }

    @Test
    void aSkipOfARuleThatFoundNothingIsNotRecorded() throws Exception {
        IssuanceOrder plain = fixture.deviceOrder();
        IssuanceOrder order = new IssuanceOrder(
                plain.issuer(),
                plain.profile(),
                plain.content(),
                plain.request(),
                List.of(new LintSkip("matter.vendor-id", "why not")));
        PreparedCertificate prepared = issuance.prepare(order);
        assertEquals(
                prepared.intent().skippedLints().size(),
                prepared.lint().skipped().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "BUSY", "KEY_MISSING", "LOGIN_REQUIRED", "TOKEN_ABSENT", "LOST_BEFORE", "CRASH"})
    void theKindAndTheWordsOfAFailureAreRecorded(Fault fault) {
        IssuanceOrder order = fixture.deviceOrder();
        fixture.token.fail(fault);
        IssuanceException e = assertThrows(IssuanceException.class, () -> issuance.issue(order));
        AuditEvent.SigningFailed failed = last(AuditEvent.SigningFailed.class);
        String kind = switch (fault) {
            case REJECTED -> "Rejected";
            case BUSY -> "TokenBusy";
            case KEY_MISSING -> "KeyMissing";
            case LOGIN_REQUIRED -> "LoginRequired";
            case TOKEN_ABSENT -> "TokenAbsent";
            default -> "UnknownOutcome";
        };
        assertEquals(kind, failed.failure());
        Throwable cause = Objects.requireNonNull(e.getCause());
        assertEquals(kind, cause.getClass().getSimpleName());
        assertEquals(cause.getMessage(), failed.words());
        assertEquals(last(AuditEvent.IntentRecorded.class).intent(), failed.intent());
    }

    @Test
    void aWrongSignatureIsReportedUnderTheCertificatesName() {
        fixture.token.fail(Fault.GARBAGE);
        IssuanceException.WrongSignature e =
                assertThrows(IssuanceException.WrongSignature.class, () -> issuance.issue(fixture.deviceOrder()));
        AuditEvent.IntentRecorded intent = last(AuditEvent.IntentRecorded.class);
        AuditEvent.IntegrityViolation violation = last(AuditEvent.IntegrityViolation.class);
        assertEquals("certificate " + intent.serialNumber() + " of issuing", violation.object());
        assertEquals(e.getMessage(), violation.words());
        assertEquals(intent.intent(), e.intent());
        assertEquals(e.getMessage(), last(AuditEvent.IntentClosed.class).words());
    }

    @Test
    void aReportThatCannotBeWrittenDoesNotHideTheWrongSignature() {
        IssuanceOrder order = fixture.deviceOrder();
        fixture.token.beforeSigning(content -> fixture.ports.faults().fail("journal"));
        fixture.token.fail(Fault.OTHER_CONTENT);
        IssuanceException.WrongSignature e =
                assertThrows(IssuanceException.WrongSignature.class, () -> issuance.issue(order));
        assertEquals(2, e.getSuppressed().length, "neither report nor closure could be recorded");
    }

    @Test
    void noChangedOctetOfACertificateEndsTheIntent() throws Exception {
        OpenIntent open = lose();
        byte[] whole = found(open).encoded();
        int refused = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 0x04;
            Certificate read;
            try {
                read = Certificate.ofDer(changed);
            } catch (cairn.ca.x509.MalformedException e) {
                continue;
            }
            int place = i;
            IssuanceException.Refused e = assertThrows(
                    IssuanceException.Refused.class,
                    () -> fixture.engine.settlement().prove(read, issuer.publicKey()),
                    "octet " + place);
            assertEquals("settlement", e.rule());
            refused++;
        }
        assertTrue(refused > whole.length / 4, "only " + refused + " changes could be read at all");
        assertEquals(1, fixture.engine.settlement().open().size());
        assertEquals(open.intent().id(), fixture.engine.settlement().prove(found(open), issuer.publicKey()));
    }

    @Test
    void proofEndsTheRightOneOfSeveral() throws Exception {
        List<OpenIntent> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            open.add(lose());
        }
        Certificate second = found(open.get(1));
        fixture.engine.settlement().prove(second, issuer.publicKey());
        assertEquals(
                List.of(open.get(0), open.get(2)), fixture.engine.settlement().open());
        assertThrows(
                IssuanceException.Refused.class,
                () -> fixture.engine.settlement().prove(second, issuer.publicKey()),
                "a proof counts once");
        assertEquals(
                second,
                fixture.ports
                        .certificates()
                        .find(EngineFixture.ISSUING, second.serialNumber())
                        .orElseThrow());
    }

    @Test
    void aLedgerThatFailsWhileProvingLeavesItOpen() throws Exception {
        OpenIntent open = lose();
        fixture.ports.faults().fail("complete");
        Certificate certificate = found(open);
        assertThrows(
                cairn.ca.audit.LedgerException.class,
                () -> fixture.engine.settlement().prove(certificate, issuer.publicKey()));
        fixture.ports.faults().heal();
        assertEquals(List.of(open), fixture.engine.settlement().open());
    }

    @Test
    void anUnsignedIntentShowsItsFieldsAndProvesNothing() throws Exception {
        OpenIntent open = lose();
        Certificate unsigned = open.intent().unsigned();
        assertEquals(open.intent().serialNumber(), unsigned.serialNumber());
        assertEquals(open.intent().toBeSigned(), Octets.of(unsigned.toBeSigned()));
        assertTrue(!SignatureCheck.verifies(issuer.publicKey(), unsigned));
        assertThrows(
                IssuanceException.Refused.class,
                () -> fixture.engine.settlement().prove(unsigned, issuer.publicKey()));
    }

    @Test
    void identifiersAreRandomUuidsOfVersionFour() {
        IntentIds ids = new IntentIds(SeededRandom.of(1));
        Set<IntentId> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            IntentId id = ids.next();
            assertEquals(4, id.value().version());
            assertEquals(2, id.value().variant());
            assertTrue(seen.add(id));
        }
        assertEquals(new IntentIds(SeededRandom.of(9)).next(), new IntentIds(SeededRandom.of(9)).next());
        assertNotEquals(new IntentIds(SeededRandom.of(9)).next(), new IntentIds(SeededRandom.of(8)).next());
    }

    @Test
    void aBatchAtOneClockOfWhichSomeAreRefusedKeepsItsPlaces() throws Exception {
        IssuanceOrder good = fixture.deviceOrder();
        IssuanceOrder authoritys = Engine.device(issuer, "thief", issuer.publicKey());
        List<PreparationResult> results = issuance.prepareAll(List.of(authoritys, good, authoritys));
        for (int i : new int[] {0, 2}) {
            PreparationResult.Refused refused = assertInstanceOf(PreparationResult.Refused.class, results.get(i));
            assertEquals("authority-key", ((IssuanceException.Refused) refused.failure()).rule());
        }
        assertInstanceOf(PreparationResult.Ready.class, results.get(1));
    }

    @Test
    void whatIsForbiddenAfterThePreparationStopsOnlyItself() throws Exception {
        PreparedCertificate first = issuance.prepare(fixture.deviceOrder());
        PreparedCertificate second = issuance.prepare(fixture.deviceOrder());
        fixture.engine.revocations().blockKey(first.order().content().key().fingerprint(), "leaked");
        List<IssuanceResult> results = issuance.issueAll(List.of(first, second));
        IssuanceResult.Failed failed = assertInstanceOf(IssuanceResult.Failed.class, results.get(0));
        assertEquals("blocked-key", ((IssuanceException.Refused) failed.failure()).rule());
        assertInstanceOf(IssuanceResult.Issued.class, results.get(1));
        assertThrows(IllegalStateException.class, () -> issuance.issue(first), "refused or not, it was used");
    }
}
