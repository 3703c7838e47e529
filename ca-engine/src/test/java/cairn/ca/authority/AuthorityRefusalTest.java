package cairn.ca.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.engine.Engine;
import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.ForwardingKey;
import cairn.ca.engine.ForwardingToken;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.signing.KeyAttributes;
import cairn.ca.signing.KeyAttributes.Answer;
import cairn.ca.signing.KeyReference;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.signing.TokenIdentity;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key cannot be taken back: what can be known beforehand is refused before one is generated, and odd tokens are told. */
final class AuthorityRefusalTest {
    private static final AuthorityName BELOW = new AuthorityName("below");

    private final EngineFixture fixture = EngineFixture.withAuthorities(43);
    private final AuthorityService service = fixture.engine.authorities();
    private final int keysBefore = fixture.token.keys().size();

    private static AuthorityOrder below() {
        return Engine.issuing("below", KeyType.EC_P256);
    }

    private void assertNothingDone() throws Exception {
        assertEquals(keysBefore, fixture.token.keys().size(), "a key was generated in vain");
        assertEquals(Optional.empty(), fixture.ports.ports().authorities().find(BELOW));
        assertEquals(
                2,
                fixture.ports
                        .journal()
                        .events(AuditEvent.KeyGenerationStarted.class)
                        .count());
    }

    private String refusedBelow(Issuer parent) throws Exception {
        Exception e = assertThrows(Exception.class, () -> service.createIntermediate(below(), fixture.token, parent));
        assertNothingDone();
        return e instanceof IssuanceException.Refused refused
                ? refused.rule()
                : ((AuthorityException.Refused) e).rule();
    }

    @Test
    void aRetiredParentIsRefusedBeforeTheKey() throws Exception {
        Issuer root = fixture.open(EngineFixture.ROOT);
        service.retire(EngineFixture.ROOT, "replaced");
        assertEquals("issuer-state", refusedBelow(root));
    }

    @Test
    void aParentWithoutRoomBelowItIsRefusedBeforeTheKey() throws Exception {
        assertEquals("profile-kind", refusedBelow(fixture.open(EngineFixture.ISSUING)));
    }

    @Test
    void anExpiredParentIsRefusedBeforeTheKey() throws Exception {
        Issuer root = fixture.open(EngineFixture.ROOT);
        fixture.clock.set(root.certificate().orElseThrow().validity().notAfter().plusSeconds(1));
        assertEquals("issuer-validity", refusedBelow(root));
    }

    @Test
    void aParentThatHasNoCertificateYetIsRefusedBeforeTheKey() throws Exception {
        Issuer self = Issuer.selfSigned(
                new AuthorityName("later"), fixture.open(EngineFixture.ROOT).key(), SignatureAlgorithm.ECDSA_SHA256);
        assertEquals("profile-kind", refusedBelow(self));
    }

    @Test
    void aClockThatWentBackIsRefusedBeforeTheKey() throws Exception {
        Issuer root = fixture.open(EngineFixture.ROOT);
        fixture.clock.advance(Duration.ofSeconds(-1));
        assertEquals("clock", refusedBelow(root));
    }

    @Test
    void aRootsProfileMakesNoIntermediate() throws Exception {
        AuthorityOrder order = Engine.root("below", KeyType.EC_P256);
        AuthorityException.Refused refused = assertThrows(
                AuthorityException.Refused.class,
                () -> service.createIntermediate(order, fixture.token, fixture.open(EngineFixture.ROOT)));
        assertEquals("profile-kind", refused.rule());
        assertEquals("profile root-ca does not make an intermediate", refused.getMessage());
        assertNothingDone();
    }

    @Test
    void moreRoomThanTheParentHasIsRefusedBeforeTheKey() throws Exception {
        AuthorityOrder order = Engine.authority(
                "below", "issuing-ca", KeyType.EC_P256, OperatorChoices.none().withPathLength(9));
        assertThrows(
                IssuanceException.Refused.class,
                () -> service.createIntermediate(order, fixture.token, fixture.open(EngineFixture.ROOT)));
        assertNothingDone();
    }

    @Test
    void aLedgerThatCannotAnswerIsNoPermission() throws Exception {
        for (String step : List.of("openIntents", "find authority")) {
            fixture.ports.faults().fail(step);
            assertThrows(
                    LedgerException.class,
                    () -> service.createRoot(Engine.root("below", KeyType.EC_P256), fixture.token));
            fixture.ports.faults().heal();
            assertNothingDone();
        }
    }

    @Test
    void twoKeysOfOneLabelAreTold() throws Exception {
        SigningKey one = fixture.token.generate(KeyType.EC_P256, "one");
        OddToken odd = new OddToken(TokenIdentity.Kind.PKCS11, attributes(Answer.FALSE, Answer.TRUE));
        odd.keys.add(odd.labelled(one, "0e01", "below"));
        odd.keys.add(odd.labelled(one, "0e02", "below"));
        AuthorityException.Refused refused = assertThrows(
                AuthorityException.Refused.class, () -> service.createRoot(Engine.root("below", KeyType.EC_P256), odd));
        assertEquals("label", refused.rule());
        assertTrue(String.valueOf(refused.getMessage()).startsWith("the token has 2 keys with the label below"));
    }

    @Test
    void aKeyThatAnotherAuthorityUsesIsNotResumed() {
        OddToken odd = new OddToken(TokenIdentity.Kind.SOFTWARE, attributes(Answer.FALSE, Answer.TRUE));
        SigningKey root = fixture.open(EngineFixture.ROOT).key();
        odd.keys.add(odd.labelled(root, root.reference().keyId(), "below"));
        AuthorityOrder fresh = Engine.root("below", KeyType.EC_P256);
        for (KeyOrder key : List.of(fresh.key(), fresh.key().resumed())) {
            AuthorityOrder order = new AuthorityOrder(
                    fresh.name(), fresh.subject(), key, fresh.profile(), fresh.choices(), fresh.skips());
            AuthorityException.Refused refused =
                    assertThrows(AuthorityException.Refused.class, () -> service.createRoot(order, odd));
            assertEquals("label", refused.rule());
            assertTrue(String.valueOf(refused.getMessage()).endsWith("authority root uses it"), refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PKCS11,TRUE,TRUE,false",
        "PKCS11,TRUE,NOT_SAID,false",
        "PKCS11,FALSE,FALSE,false",
        "PKCS11,NOT_SAID,FALSE,false",
        "PKCS11,FALSE,TRUE,true",
        "PKCS11,NOT_SAID,NOT_SAID,true",
        "SOFTWARE,TRUE,FALSE,true",
    })
    void aKeyThatCanLeaveAPkcs11TokenIsNoAuthoritys(
            TokenIdentity.Kind kind, Answer extractable, Answer sensitive, boolean good) throws Exception {
        OddToken odd = new OddToken(kind, attributes(extractable, sensitive));
        AuthorityOrder order = Engine.root("below", KeyType.EC_P256);
        if (good) {
            assertEquals(Authority.State.ACTIVE, service.createRoot(order, odd).state());
            return;
        }
        AuthorityException.Refused refused =
                assertThrows(AuthorityException.Refused.class, () -> service.createRoot(order, odd));
        assertEquals("key-attributes", refused.rule());
        assertTrue(
                String.valueOf(refused.getMessage())
                        .endsWith("(CKA_EXTRACTABLE " + extractable + ", CKA_SENSITIVE " + sensitive + ")"),
                refused.getMessage());
        AuthorityOrder resumed = new AuthorityOrder(
                order.name(), order.subject(), order.key().resumed(), order.profile(), order.choices(), order.skips());
        assertEquals(
                "key-attributes",
                assertThrows(AuthorityException.Refused.class, () -> service.createRoot(resumed, odd))
                        .rule());
        assertEquals(0, fixture.token.signed().stream().skip(2).count());
    }

    @Test
    void aTokenThatGeneratesAnotherKindOfKeyIsCaught() {
        OddToken odd = new OddToken(TokenIdentity.Kind.SOFTWARE, attributes(Answer.FALSE, Answer.TRUE));
        odd.generates = KeyType.EC_P384;
        AuthorityException.Refused refused = assertThrows(
                AuthorityException.Refused.class, () -> service.createRoot(Engine.root("below", KeyType.EC_P256), odd));
        assertEquals("key-type", refused.rule());
    }

    @Test
    void openingWantsTheKeyOfTheCertificate() throws Exception {
        fixture.token.replace("issuing");
        IssuanceException.Refused refused =
                assertThrows(IssuanceException.Refused.class, () -> service.open(EngineFixture.ISSUING, fixture.token));
        assertEquals("issuer-key", refused.rule());
        AuthorityException.Refused unknown =
                assertThrows(AuthorityException.Refused.class, () -> service.open(BELOW, fixture.token));
        assertEquals("there is no authority below", unknown.getMessage());
    }

    private static KeyAttributes attributes(Answer extractable, Answer sensitive) {
        return new KeyAttributes(
                Answer.TRUE, sensitive, Answer.NOT_SAID, extractable, Answer.NOT_SAID, Set.of("SIGN"), Set.of());
    }

    /** The fixture's token under another description. */
    private final class OddToken extends ForwardingToken {
        private final TokenIdentity identity;
        private final KeyAttributes attributes;
        private final List<SigningKey> keys = new ArrayList<>();
        private KeyType generates = KeyType.EC_P256;

        OddToken(TokenIdentity.Kind kind, KeyAttributes attributes) {
            super(fixture.token);
            TokenIdentity real = fixture.token.identity();
            identity = new TokenIdentity(real.label(), real.serialNumber(), real.manufacturer(), real.model(), kind);
            this.attributes = attributes;
        }

        SigningKey labelled(SigningKey key, String id, String label) {
            KeyReference reference = new KeyReference(identity.label(), identity.serialNumber(), id, label);
            return new ForwardingKey(key) {
                @Override
                public KeyReference reference() {
                    return reference;
                }

                @Override
                public KeyAttributes attributes() {
                    return attributes;
                }
            };
        }

        @Override
        public TokenIdentity identity() {
            return identity;
        }

        @Override
        public List<SigningKey> keys() {
            return List.copyOf(keys);
        }

        @Override
        public SigningKey generate(KeyType type, String label) throws SigningException {
            SigningKey key = fixture.token.generate(generates, label);
            keys.add(labelled(key, key.reference().keyId(), label));
            return keys.getLast();
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
