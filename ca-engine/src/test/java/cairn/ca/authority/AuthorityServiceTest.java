package cairn.ca.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.engine.Engine;
import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.MemoryToken.Fault;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.signing.SigningException;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignatureCheck;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;

/** Creating authorities, also after an interruption at any step. */
final class AuthorityServiceTest {
    private final EngineFixture fixture = new EngineFixture(41);
    private final AuthorityService service = fixture.engine.authorities();
    private final AuthorityOrder root = Engine.root("root", KeyType.EC_P256);

    @Test
    void aRootSignsItselfAndAnIntermediateHangsBelowIt() throws Exception {
        Authority created = service.createRoot(root, fixture.token);
        Certificate certificate = created.certificate().orElseThrow();
        assertTrue(certificate.isSelfIssued() && certificate.isAuthority());
        assertTrue(SignatureCheck.verifies(certificate.publicKey(), certificate));
        assertEquals(Authority.State.ACTIVE, created.state());
        Authority issuing =
                service.createIntermediate(Engine.issuing("issuing", KeyType.EC_P256), fixture.token, open());
        assertEquals(Optional.of(EngineFixture.ROOT), issuing.parent());
        Certificate below = issuing.certificate().orElseThrow();
        assertTrue(SignatureCheck.verifies(certificate.publicKey(), below));
        assertEquals(certificate.subjectKeyIdentifier(), below.authorityKeyIdentifier());
        assertEquals(0, pathLength(below));
        List<Class<?>> kinds = fixture.ports.journal().entries().stream()
                .<Class<?>>map(entry -> entry.event().getClass())
                .limit(5)
                .toList();
        assertEquals(
                List.of(
                        AuditEvent.KeyGenerationStarted.class,
                        AuditEvent.KeyGenerated.class,
                        AuditEvent.IntentRecorded.class,
                        AuditEvent.CertificateIssued.class,
                        AuditEvent.AuthorityCreated.class),
                kinds);
    }

    @Test
    void whatStandsOnACertificateFallsWithIt() throws Exception {
        EngineFixture both = EngineFixture.withAuthorities(42);
        AuthorityService authorities = both.engine.authorities();
        Certificate rootOwn = both.open(EngineFixture.ROOT).certificate().orElseThrow();
        Certificate issuingOwn = both.open(EngineFixture.ISSUING).certificate().orElseThrow();
        assertEquals(
                List.of(EngineFixture.ISSUING),
                names(authorities.standingOn(EngineFixture.ROOT, issuingOwn.serialNumber())));
        assertEquals(List.of(), authorities.standingOn(EngineFixture.ISSUING, issuingOwn.serialNumber()));
        assertEquals(
                List.of(),
                authorities.standingOn(EngineFixture.ISSUING, both.device().serialNumber()));
        assertEquals(
                List.of(),
                authorities.standingOn(EngineFixture.ROOT, rootOwn.serialNumber()),
                "a root's certificate is nobody's to revoke");
    }

    private static List<AuthorityName> names(List<Authority> authorities) {
        return authorities.stream().map(Authority::name).toList();
    }

    @Test
    void pathLengthIsTheOperatorsWithinTheProfile() throws Exception {
        service.createRoot(root, fixture.token);
        AuthorityOrder policy = Engine.authority(
                "policy", "issuing-ca", KeyType.EC_P256, OperatorChoices.none().withPathLength(1));
        assertEquals(
                1,
                pathLength(service.createIntermediate(policy, fixture.token, open())
                        .certificate()
                        .orElseThrow()));
    }

    @Test
    void aNameOrALabelThatIsTakenIsRefused() throws Exception {
        service.createRoot(root, fixture.token);
        assertEquals(
                "name", refused(() -> service.createRoot(root, fixture.token)).rule());
        fixture.token.generate(KeyType.EC_P256, "foreign");
        AuthorityOrder foreign = Engine.root("foreign", KeyType.EC_P256);
        assertEquals(
                "label",
                refused(() -> service.createRoot(foreign, fixture.token)).rule());
    }

    @Test
    void theProfileFitsTheKindOfAuthority() throws Exception {
        AuthorityOrder device = Engine.authority("device", "iot-device", KeyType.EC_P256, OperatorChoices.none());
        assertEquals(
                "profile-kind",
                refused(() -> service.createRoot(device, fixture.token)).rule());
        AuthorityOrder issuing = Engine.issuing("issuing", KeyType.EC_P256);
        assertEquals(
                "profile-kind",
                refused(() -> service.createRoot(issuing, fixture.token)).rule());
        assertEquals(List.of(), fixture.token.keys(), "no key was generated in vain");
    }

    @Test
    void aTokenWithoutSuchKeysIsTold() {
        AuthorityOrder order = Engine.root("root", KeyType.EC_P521);
        assertEquals(
                "key-type",
                refused(() -> service.createRoot(order, fixture.token)).rule());
    }

    @Test
    void whatTheProfileRefusesIsKnownBeforeAKeyIsGenerated() {
        AuthorityOrder small = Engine.root("root", KeyType.RSA_2048);
        IssuanceException.Refused refused =
                assertThrows(IssuanceException.Refused.class, () -> service.createRoot(small, fixture.token));
        assertEquals("profile", refused.rule());
        assertEquals(List.of(), fixture.token.keys());
        assertEquals(List.of(), fixture.ports.journal().entries());
    }

    @Test
    void interruptedAfterTheKeyItSaysSoAndCanBeResumed() throws Exception {
        fixture.token.fail(Fault.REJECTED);
        assertThrows(IssuanceException.NotSigned.class, () -> service.createRoot(root, fixture.token));
        fixture.token.fail(Fault.NONE);
        AuthorityException.Interrupted interrupted =
                assertThrows(AuthorityException.Interrupted.class, () -> service.createRoot(root, fixture.token));
        assertEquals("root", interrupted.key().label());
        Authority created = service.createRoot(resumed(root), fixture.token);
        assertEquals(interrupted.key(), created.key());
        assertEquals(1, fixture.token.keys().size());
        assertEquals(
                1,
                fixture.ports
                        .journal()
                        .events(AuditEvent.InterruptionFound.class)
                        .count());
    }

    @Test
    void aKeyWhoseAnswerWasLostIsFoundAgain() throws Exception {
        fixture.token.loseGenerated(true);
        assertThrows(SigningException.UnknownOutcome.class, () -> service.createRoot(root, fixture.token));
        fixture.token.loseGenerated(false);
        assertThrows(AuthorityException.Interrupted.class, () -> service.createRoot(root, fixture.token));
        assertEquals(
                Authority.State.ACTIVE,
                service.createRoot(resumed(root), fixture.token).state());
    }

    @Test
    void interruptedWhileSigningItMustBeSettledFirst() throws Exception {
        fixture.token.fail(Fault.LOST_AFTER);
        assertThrows(IssuanceException.UnknownOutcome.class, () -> service.createRoot(root, fixture.token));
        fixture.token.fail(Fault.NONE);
        assertEquals(
                "open-intent",
                refused(() -> service.createRoot(resumed(root), fixture.token)).rule());
        var open = fixture.engine.settlement().open().getFirst();
        fixture.engine.settlement().close(open.intent().id(), AuditEvent.Signed.MAYBE, "B. Dahl: not found");
        assertEquals(
                Authority.State.ACTIVE,
                service.createRoot(resumed(root), fixture.token).state());
    }

    @Test
    void interruptedAfterTheCertificateItIsTakenUpAndNotIssuedTwice() throws Exception {
        fixture.ports.faults().fail("record AuthorityCreated");
        assertThrows(LedgerException.class, () -> service.createRoot(root, fixture.token));
        fixture.ports.faults().heal();
        Certificate issued = fixture.ports.certificates().issued().getFirst();
        Authority created = service.createRoot(resumed(root), fixture.token);
        assertEquals(Optional.of(issued), created.certificate());
        assertEquals(1, fixture.ports.certificates().issued().size());
    }

    @Test
    void resumingWantsAKeyOfTheSameTypeThatNobodyUses() throws Exception {
        fixture.token.fail(Fault.REJECTED);
        assertThrows(
                IssuanceException.NotSigned.class,
                () -> service.createRoot(Engine.root("root", KeyType.EC_P384), fixture.token));
        fixture.token.fail(Fault.NONE);
        assertEquals(
                "key-type",
                refused(() -> service.createRoot(resumed(root), fixture.token)).rule());
    }

    @Test
    void aKeyThatThisWorkspaceDidNotGenerateIsNotTaken() throws Exception {
        fixture.token.generate(KeyType.EC_P256, "root");
        assertEquals(
                "label",
                refused(() -> service.createRoot(resumed(root), fixture.token)).rule());
        assertEquals(
                "label", refused(() -> service.createRoot(root, fixture.token)).rule());
    }

    @Test
    void retiringNeedsWordsAndHappensOnce() throws Exception {
        service.createRoot(root, fixture.token);
        assertEquals(
                "words", refused(() -> service.retire(EngineFixture.ROOT, " ")).rule());
        assertEquals(
                Authority.State.RETIRED,
                service.retire(EngineFixture.ROOT, "replaced by root-2").state());
        assertEquals(
                "state",
                refused(() -> service.retire(EngineFixture.ROOT, "again")).rule());
        assertEquals(
                "name",
                refused(() -> service.retire(EngineFixture.ISSUING, "unknown")).rule());
    }

    @Test
    void withoutARecordNoKeyIsGenerated() {
        fixture.ports.faults().fail("record KeyGenerationStarted");
        assertThrows(LedgerException.class, () -> service.createRoot(root, fixture.token));
        assertEquals(List.of(), fixture.token.keys());
    }

    @Test
    void anAlgorithmSuitsItsKeyAndASubjectIsNotEmpty() {
        assertThrows(
                IllegalArgumentException.class, () -> new KeyOrder(KeyType.EC_P256, SignatureAlgorithm.ED25519, false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AuthorityOrder(
                        EngineFixture.ROOT,
                        Engine.name(""),
                        root.key(),
                        root.profile(),
                        OperatorChoices.none(),
                        List.of()));
    }

    private Issuer open() throws Exception {
        return service.open(EngineFixture.ROOT, fixture.token);
    }

    private static AuthorityOrder resumed(AuthorityOrder order) {
        return new AuthorityOrder(
                order.name(), order.subject(), order.key().resumed(), order.profile(), order.choices(), order.skips());
    }

    private static AuthorityException.Refused refused(org.junit.jupiter.api.function.Executable step) {
        return assertInstanceOf(AuthorityException.Refused.class, assertThrows(AuthorityException.class, step));
    }

    private static int pathLength(Certificate certificate) {
        return BasicConstraints.getInstance(
                        certificate.extension(Extension.basicConstraints).orElseThrow())
                .getPathLenConstraint()
                .intValueExact();
    }
}
