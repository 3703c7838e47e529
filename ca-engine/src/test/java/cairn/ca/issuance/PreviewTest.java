package cairn.ca.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.engine.EngineFixture;
import cairn.ca.lint.LintSkip;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.RequestedContent;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.SubjectPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request would become is what it becomes, and finding out leaves no trace. */
final class PreviewTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(12);
    private final IssuanceService issuance = fixture.engine.issuance();

    private static PreviewOrder preview(IssuanceOrder order, RequestedContent content, List<LintSkip> skips) {
        Issuer issuer = order.issuer();
        return new PreviewOrder(
                issuer.name(), issuer.certificate().orElseThrow(), issuer.algorithm(), order.profile(), content, skips);
    }

    @Test
    void showsWhatIsIssuedAndLeavesNoTrace() throws Exception {
        IssuanceOrder order = fixture.deviceOrder();
        int signed = fixture.token.signed().size();
        fixture.ports.faults().forget();
        Preview preview = issuance.preview(preview(order, order.content(), List.of()));
        assertTrue(preview.isIssuable(), preview.toString());
        assertEquals(List.of(), preview.lint().findings());
        assertFalse(fixture.ports.faults().steps().contains("reserveSerial"));
        assertFalse(fixture.ports.faults().steps().contains("journal"));
        assertEquals(signed, fixture.token.signed().size());
        Certificate shown = preview.certificate().orElseThrow();
        Certificate issued = issuance.issue(order).certificate();
        assertEquals(issued.subject(), shown.subject());
        assertEquals(issued.validity(), shown.validity());
        assertEquals(issued.holder().getExtensions(), shown.holder().getExtensions());
    }

    @Test
    void whatTheProfileRefusesHasItsReasonsAndNoCertificate() throws Exception {
        IssuanceOrder order = fixture.deviceOrder();
        RequestedContent tooLong = order.content().with(OperatorChoices.none().withPathLength(0));
        Preview preview = issuance.preview(preview(order, tooLong, List.of()));
        assertFalse(preview.isIssuable());
        assertTrue(preview.certificate().isEmpty());
        assertFalse(preview.comparison().reasons().isEmpty());
    }

    @Test
    void everyObjectionIsNamedAtOnce() throws Exception {
        IssuanceOrder order = fixture.deviceOrder();
        SubjectPublicKey authority = fixture.open(EngineFixture.ROOT).publicKey();
        RequestedContent content = RequestedContent.of(order.content().subject(), authority);
        Preview preview =
                issuance.preview(preview(order, content, List.of(new LintSkip("no-such-rule", "for the test"))));
        assertFalse(preview.isIssuable());
        assertEquals(
                List.of("authority-key", "skip"),
                preview.objections().stream()
                        .map(IssuanceException.Refused::rule)
                        .toList());
    }
}
