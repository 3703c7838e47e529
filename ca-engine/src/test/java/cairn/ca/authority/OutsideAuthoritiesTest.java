package cairn.ca.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuthorityName;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.engine.Engine;
import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.MemoryToken.Fault;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.RequestedContent;
import cairn.ca.signing.SigningException;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SubjectPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The request goes out to another authority; what comes back is believed only after every check. */
final class OutsideAuthoritiesTest {
    private static final AuthorityName NAME = new AuthorityName("branch");
    private static final DistinguishedName SUBJECT = Engine.name("CN=Branch,O=Fjord Robotics,C=NO");

    private final EngineFixture fixture = new EngineFixture(51);
    private final EngineFixture outside = EngineFixture.withAuthorities(52);
    private final OutsideAuthorities service = fixture.engine.outside();

    @Test
    void theCertificateIsBroughtBackAndTheAuthorityServes() throws Exception {
        CertificationRequest request = request();
        assertTrue(request.provesPossession());
        assertEquals(SUBJECT, request.subject());
        assertEquals(Authority.State.REQUESTED, state());
        Certificate certificate = answer(outside.open(EngineFixture.ROOT), request.publicKey(), SUBJECT);
        Authority accepted = service.accept(NAME, certificate, List.of(root()), List.of());
        assertEquals(Authority.State.ACTIVE, accepted.state());
        assertEquals(List.of(root()), accepted.outsideChain());
        Issuer issuer = fixture.engine.authorities().open(NAME, fixture.token);
        Certificate device = fixture.engine
                .issuance()
                .issue(Engine.device(issuer, "device-1", fixture.key()))
                .certificate();
        assertEquals(SUBJECT, device.issuer());
        assertRefused("state", certificate, List.of(root()));
    }

    @Test
    void theKeyOfAnAuthorityAboveIsCertifiedForNobody() throws Exception {
        Issuer policy = policy();
        Certificate between = policy.certificate().orElseThrow();
        service.accept(NAME, answer(policy, request().publicKey(), SUBJECT), List.of(between, root()), List.of());
        Issuer issuer = fixture.engine.authorities().open(NAME, fixture.token);
        for (Certificate above : List.of(between, root())) {
            IssuanceException.Refused refused = assertThrows(
                    IssuanceException.Refused.class,
                    () -> fixture.engine.issuance().prepare(Engine.device(issuer, "thief", above.publicKey())));
            assertEquals("authority-key", refused.rule());
        }
    }

    @Test
    void anotherKeyOrAnotherNameIsRefused() throws Exception {
        CertificationRequest request = request();
        Issuer root = outside.open(EngineFixture.ROOT);
        assertRefused("key", answer(root, outside.key(), SUBJECT), List.of(root()));
        DistinguishedName other = Engine.name("CN=Other,O=Fjord Robotics,C=NO");
        assertRefused("subject", answer(root, request.publicKey(), other), List.of(root()));
    }

    @Test
    void aCertificateThatIsNoAuthoritysIsRefused() throws Exception {
        CertificationRequest request = request();
        Issuer issuing = outside.open(EngineFixture.ISSUING);
        Certificate leaf = outside.engine
                .issuance()
                .issue(new IssuanceOrder(
                        issuing,
                        Engine.profile("iot-device"),
                        RequestedContent.of(SUBJECT, request.publicKey()),
                        Optional.empty(),
                        List.of()))
                .certificate();
        assertRefused("authority", leaf, List.of(issuing(), root()));
    }

    @Test
    void theChainLeadsToASelfSignedRoot() throws Exception {
        Certificate certificate =
                answer(outside.open(EngineFixture.ROOT), request().publicKey(), SUBJECT);
        assertRefused("chain", certificate, List.of());
        assertRefused("chain", certificate, List.of(issuing()));
        assertRefused("chain", certificate, List.of(issuing(), root()));
        EngineFixture third = EngineFixture.withAuthorities(53);
        Certificate sameName = third.open(EngineFixture.ROOT).certificate().orElseThrow();
        assertRefused("chain-signature", certificate, List.of(sameName));
    }

    @Test
    void aChainThatEndsBeforeItsRootIsRefused() throws Exception {
        Issuer policy = policy();
        Certificate certificate = answer(policy, request().publicKey(), SUBJECT);
        assertRefused("chain", certificate, List.of(policy.certificate().orElseThrow()));
        assertEquals(
                Authority.State.ACTIVE,
                service.accept(NAME, certificate, List.of(policy.certificate().orElseThrow(), root()), List.of())
                        .state());
    }

    @Test
    void itIsValidNow() throws Exception {
        Certificate certificate =
                answer(outside.open(EngineFixture.ROOT), request().publicKey(), SUBJECT);
        fixture.clock.advance(Duration.ofDays(5000));
        assertRefused("validity", certificate, List.of(root()));
        fixture.clock.advance(Duration.ofDays(-9000));
        assertRefused("clock", certificate, List.of(root()));
    }

    @Test
    void aRequestThatCannotBeSignedLeavesAKeyThatIsFoundAgain() throws Exception {
        fixture.token.fail(Fault.LOST_AFTER);
        assertThrows(SigningException.UnknownOutcome.class, this::request);
        fixture.token.fail(Fault.OTHER_CONTENT);
        assertThrows(AuthorityException.Interrupted.class, this::request);
        KeyOrder resumed = KeyOrder.of(KeyType.EC_P256).resumed();
        assertThrows(AuthorityException.Refused.class, () -> service.request(NAME, SUBJECT, resumed, fixture.token));
        fixture.token.fail(Fault.NONE);
        assertTrue(service.request(NAME, SUBJECT, resumed, fixture.token).provesPossession());
        assertEquals(1, fixture.token.keys().size());
    }

    @Test
    void aRequestedAuthorityCannotBeOpenedYetAndItsKeyIsNobodyElses() throws Exception {
        CertificationRequest request = request();
        assertThrows(
                AuthorityException.Refused.class,
                () -> fixture.engine.authorities().open(NAME, fixture.token));
        fixture.engine.authorities().createRoot(Engine.root("root", KeyType.EC_P256), fixture.token);
        Issuer root = fixture.open(EngineFixture.ROOT);
        assertThrows(
                IssuanceException.Refused.class,
                () -> fixture.engine.issuance().prepare(Engine.device(root, "thief", request.publicKey())));
    }

    @Test
    void aRequestHasASubject() {
        assertThrows(
                AuthorityException.Refused.class,
                () -> service.request(NAME, Engine.name(""), KeyOrder.of(KeyType.EC_P256), fixture.token));
    }

    private CertificationRequest request() throws Exception {
        return service.request(NAME, SUBJECT, KeyOrder.of(KeyType.EC_P256), fixture.token);
    }

    private Certificate answer(Issuer issuer, SubjectPublicKey key, DistinguishedName subject) throws Exception {
        IssuanceOrder order = new IssuanceOrder(
                issuer, Engine.profile("issuing-ca"), RequestedContent.of(subject, key), Optional.empty(), List.of());
        return outside.engine.issuance().issue(order).certificate();
    }

    /** An authority between the outside root and ours. */
    private Issuer policy() throws Exception {
        AuthorityOrder order = Engine.authority(
                "policy", "issuing-ca", KeyType.EC_P256, OperatorChoices.none().withPathLength(1));
        outside.engine.authorities().createIntermediate(order, outside.token, outside.open(EngineFixture.ROOT));
        return outside.open(new AuthorityName("policy"));
    }

    private Certificate root() {
        return outside.open(EngineFixture.ROOT).certificate().orElseThrow();
    }

    private Certificate issuing() {
        return outside.open(EngineFixture.ISSUING).certificate().orElseThrow();
    }

    private Authority.State state() throws Exception {
        return fixture.ports.ports().authorities().find(NAME).orElseThrow().state();
    }

    private void assertRefused(String rule, Certificate certificate, List<Certificate> chain) {
        AuthorityException.Refused refused = assertThrows(
                AuthorityException.Refused.class, () -> service.accept(NAME, certificate, chain, List.of()));
        assertEquals(rule, refused.rule(), refused.getMessage());
    }
}
