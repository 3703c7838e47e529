package cairn.ca.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.IntentId;
import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.MemoryToken.Fault;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.SignedDer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was left open ends by proof or by a person, and by nothing else. */
final class IntentSettlementTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(14);
    private final IntentSettlement settlement = fixture.engine.settlement();
    private final Issuer issuer = fixture.open(EngineFixture.ISSUING);

    @BeforeEach
    void loseAnAnswer() {
        IssuanceOrder order = fixture.deviceOrder();
        fixture.token.fail(Fault.LOST_AFTER);
        assertThrows(
                IssuanceException.UnknownOutcome.class,
                () -> fixture.engine.issuance().issue(order));
        fixture.token.fail(Fault.NONE);
    }

    @Test
    void theCertificateItselfIsTheProof() throws Exception {
        OpenIntent open = settlement.open().getFirst();
        Certificate found = signed(open, issuer);
        assertEquals(open.intent().id(), settlement.prove(found, issuer.publicKey()));
        assertEquals(List.of(), settlement.open());
        assertEquals(
                found,
                fixture.ports
                        .certificates()
                        .find(EngineFixture.ISSUING, found.serialNumber())
                        .orElseThrow());
    }

    @Test
    void anothersSignatureProvesNothing() throws Exception {
        Certificate forged = signed(settlement.open().getFirst(), fixture.open(EngineFixture.ROOT));
        assertThrows(IssuanceException.Refused.class, () -> settlement.prove(forged, issuer.publicKey()));
        assertEquals(1, settlement.open().size());
    }

    @Test
    void anotherContentProvesNothing() throws Exception {
        Certificate other = fixture.device();
        assertThrows(IssuanceException.Refused.class, () -> settlement.prove(other, issuer.publicKey()));
        assertEquals(1, settlement.open().size());
    }

    @Test
    void aPersonClosesItWithWords() throws Exception {
        IntentId id = settlement.open().getFirst().intent().id();
        assertThrows(IssuanceException.Refused.class, () -> settlement.close(id, AuditEvent.Signed.MAYBE, "  "));
        settlement.close(id, AuditEvent.Signed.MAYBE, "A. Lund: the token was unplugged");
        assertEquals(List.of(), settlement.open());
        assertEquals(
                "A. Lund: the token was unplugged",
                fixture.ports
                        .journal()
                        .events(AuditEvent.IntentClosed.class)
                        .findFirst()
                        .orElseThrow()
                        .words());
    }

    @Test
    void whatIsNotOpenCannotBeClosed() {
        assertThrows(
                IssuanceException.Refused.class,
                () -> settlement.close(new IntentId(new UUID(1, 2)), AuditEvent.Signed.NO, "no such"));
    }

    private static Certificate signed(OpenIntent open, Issuer by) throws Exception {
        byte[] content = open.intent().toBeSigned().toArray();
        return Certificate.ofDer(SignedDer.assemble(
                content, by.algorithm().identifier(), by.key().sign(by.algorithm(), content)));
    }
}
