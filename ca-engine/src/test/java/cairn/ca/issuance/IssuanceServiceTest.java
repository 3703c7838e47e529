package cairn.ca.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.MemoryToken.Fault;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.SignatureCheck;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One certificate: the order of the steps, and what each failure leaves behind. */
final class IssuanceServiceTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(11);
    private final IssuanceService issuance = fixture.engine.issuance();

    @Test
    void issuesWhatWasPrepared() throws Exception {
        PreparedCertificate prepared = issuance.prepare(fixture.deviceOrder());
        IssuanceResult.Issued issued = issuance.issue(prepared);
        Certificate certificate = issued.certificate();
        assertEquals(prepared.serialNumber(), certificate.serialNumber());
        assertEquals(prepared.toBeSigned(), cairn.ca.x509.Octets.of(certificate.toBeSigned()));
        assertTrue(SignatureCheck.verifies(fixture.open(EngineFixture.ISSUING).publicKey(), certificate));
        assertEquals(
                certificate,
                fixture.ports
                        .certificates()
                        .find(EngineFixture.ISSUING, certificate.serialNumber())
                        .orElseThrow());
        assertEquals(List.of(), fixture.ports.certificates().openIntents());
    }

    @Test
    void recordsBeforeSigningAndCompletesAfter() throws Exception {
        IssuanceOrder order = fixture.deviceOrder();
        fixture.ports.faults().forget();
        fixture.token.beforeSigning(content -> {
            assertTrue(fixture.ports.certificates().intends(content), "signed without a recorded intent");
            fixture.ports.faults().steps().forEach(step -> assertTrue(!step.equals("complete"), step));
        });
        issuance.issue(order);
        List<String> steps = fixture.ports.faults().steps();
        assertTrue(steps.indexOf("reserveSerial") < steps.indexOf("recordIntents"), steps.toString());
        assertTrue(steps.indexOf("recordIntents") < steps.indexOf("complete"), steps.toString());
    }

    @Test
    void preparingRecordsAndSignsNothing() throws Exception {
        int signedBefore = fixture.token.signed().size();
        IssuanceOrder order = fixture.deviceOrder();
        fixture.ports.faults().forget();
        PreparedCertificate prepared = issuance.prepare(order);
        assertEquals(signedBefore, fixture.token.signed().size());
        assertTrue(!fixture.ports.faults().steps().contains("journal"));
        assertTrue(
                !SignatureCheck.verifies(fixture.open(EngineFixture.ISSUING).publicKey(), prepared.preview()),
                "a preview is worth nothing to anybody");
    }

    @Test
    void aPreparedCertificateIsSignedOnce() throws Exception {
        PreparedCertificate prepared = issuance.prepare(fixture.deviceOrder());
        issuance.issue(prepared);
        int signed = fixture.token.signed().size();
        assertThrows(IllegalStateException.class, () -> issuance.issue(prepared));
        assertEquals(signed, fixture.token.signed().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"REJECTED", "BUSY", "KEY_MISSING", "LOGIN_REQUIRED", "TOKEN_ABSENT"})
    void whatWasCertainlyNotSignedIsClosed(Fault fault) {
        IssuanceOrder order = fixture.deviceOrder();
        fixture.token.fail(fault);
        IssuanceException.NotSigned failure =
                assertThrows(IssuanceException.NotSigned.class, () -> issuance.issue(order));
        AuditEvent.IntentClosed closed = lastClosed();
        assertEquals(failure.intent(), closed.intent());
        assertEquals(AuditEvent.Signed.NO, closed.signed());
        assertEquals(
                1,
                fixture.ports.journal().events(AuditEvent.SigningFailed.class).count());
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_BEFORE", "LOST_AFTER", "CRASH"})
    void whatNobodyCanKnowStaysOpen(Fault fault) throws Exception {
        IssuanceOrder order = fixture.deviceOrder();
        fixture.token.fail(fault);
        IssuanceException.UnknownOutcome failure =
                assertThrows(IssuanceException.UnknownOutcome.class, () -> issuance.issue(order));
        List<OpenIntent> open = fixture.engine.settlement().open();
        assertEquals(
                List.of(failure.intent()),
                open.stream().map(o -> o.intent().id()).toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_CONTENT", "GARBAGE"})
    void aWrongSignatureIsWithheldAndReported(Fault fault) {
        IssuanceOrder order = fixture.deviceOrder();
        int issuedBefore = fixture.ports.certificates().issued().size();
        fixture.token.fail(fault);
        assertThrows(IssuanceException.WrongSignature.class, () -> issuance.issue(order));
        assertEquals(issuedBefore, fixture.ports.certificates().issued().size());
        assertEquals(AuditEvent.Signed.MAYBE, lastClosed().signed());
        assertEquals(
                1,
                fixture.ports
                        .journal()
                        .events(AuditEvent.IntegrityViolation.class)
                        .count());
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"reserveSerial", "recordIntents", "journal", "blockedAmong"})
    void withoutARecordNothingIsSigned(String step) {
        IssuanceOrder order = fixture.deviceOrder();
        int signed = fixture.token.signed().size();
        fixture.ports.faults().fail(step);
        assertThrows(IssuanceException.NotRecorded.class, () -> issuance.issue(order));
        assertEquals(signed, fixture.token.signed().size());
    }

    @Test
    void whatCannotBeCompletedIsWithheldAndStaysOpen() throws Exception {
        IssuanceOrder order = fixture.deviceOrder();
        fixture.ports.faults().fail("complete");
        IssuanceException.NotCompleted failure =
                assertThrows(IssuanceException.NotCompleted.class, () -> issuance.issue(order));
        fixture.ports.faults().heal();
        assertEquals(
                failure.intent(),
                fixture.engine.settlement().open().getFirst().intent().id());
    }

    @Test
    void aFailureThatCannotBeRecordedIsToldAlongWithItsCause() {
        IssuanceOrder order = fixture.deviceOrder();
        fixture.token.fail(Fault.REJECTED);
        fixture.ports.faults().fail("close");
        IssuanceException.NotSigned failure =
                assertThrows(IssuanceException.NotSigned.class, () -> issuance.issue(order));
        assertInstanceOf(cairn.ca.audit.LedgerException.class, failure.getSuppressed()[0]);
    }

    private AuditEvent.IntentClosed lastClosed() {
        return fixture.ports
                .journal()
                .events(AuditEvent.IntentClosed.class)
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
