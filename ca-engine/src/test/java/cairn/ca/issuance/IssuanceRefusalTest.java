package cairn.ca.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.TrustedClock;
import cairn.ca.authority.RegisterGate;
import cairn.ca.engine.Engine;
import cairn.ca.engine.EngineFixture;
import cairn.ca.engine.TestKeys;
import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintSkip;
import cairn.ca.lint.Linter;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.RequestedContent;
import cairn.ca.profile.ValidityChoice;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.Severity;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SubjectPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the authority refuses to sign, and that it then has signed and recorded nothing. */
final class IssuanceRefusalTest {
    private final EngineFixture fixture = EngineFixture.withAuthorities(12);
    private final IssuanceService issuance = fixture.engine.issuance();
    private final int signedBefore = fixture.token.signed().size();
    private final long intentsBefore =
            fixture.ports.journal().events(AuditEvent.IntentRecorded.class).count();

    @AfterEach
    void nothingWasSignedOrRecorded() {
        assertEquals(signedBefore, fixture.token.signed().size());
        assertEquals(
                intentsBefore,
                fixture.ports.journal().events(AuditEvent.IntentRecorded.class).count());
    }

    @Test
    void theClockStandsBeforeTheLastRecord() {
        IssuanceOrder order = fixture.deviceOrder();
        fixture.clock.advance(Duration.ofSeconds(-1));
        assertRefused("clock", order);
        assertEquals(
                "clock",
                ((IssuanceException.Refused) ((PreparationResult.Refused)
                                        issuance.prepareAll(List.of(order)).getFirst())
                                .failure())
                        .rule());
    }

    @Test
    void theCertificateWouldStartBeforeNow() {
        assertRefused("profile", with(choices(fixture.clock.instant().minusSeconds(1), Duration.ofDays(1))));
    }

    @Test
    void theCertificateWouldOutliveItsIssuer() {
        IssuanceOrder order = with(choices(fixture.clock.instant(), Duration.ofDays(9000)));
        fixture.clock.advance(Duration.ofDays(1));
        IssuanceOrder unclipped = new IssuanceOrder(
                order.issuer(), Engine.profile("code-signing"), order.content(), Optional.empty(), List.of());
        assertThrows(IssuanceException.Refused.class, () -> issuance.prepare(unclipped));
    }

    @Test
    void theIssuerHasExpired() {
        IssuanceOrder order = fixture.deviceOrder();
        fixture.clock.advance(Duration.ofDays(3653));
        assertRefused("issuer-validity", order);
    }

    @Test
    void theIssuerIsRetired() throws Exception {
        IssuanceOrder order = fixture.deviceOrder();
        PreparedCertificate prepared = issuance.prepare(order);
        fixture.engine.authorities().retire(EngineFixture.ISSUING, "replaced by another");
        assertRefused("issuer-state", order);
        assertEquals(
                "issuer-state",
                assertThrows(IssuanceException.Refused.class, () -> issuance.issue(prepared))
                        .rule());
    }

    @Test
    void theKeyIsAnAuthoritysOwn() {
        SubjectPublicKey root = fixture.open(EngineFixture.ROOT).publicKey();
        assertRefused("authority-key", Engine.device(fixture.open(EngineFixture.ISSUING), "thief", root));
    }

    @Test
    void theKeyIsBlocked() throws Exception {
        IssuanceOrder order = fixture.deviceOrder();
        PreparedCertificate prepared = issuance.prepare(order);
        fixture.engine.revocations().blockKey(order.content().key().fingerprint(), "found on a web page");
        assertRefused("blocked-key", order);
        assertEquals(
                "blocked-key",
                assertThrows(IssuanceException.Refused.class, () -> issuance.issue(prepared))
                        .rule());
    }

    @Test
    void theProfileMakesARootOrAnAuthorityBelowPathLengthZero() {
        IssuanceOrder device = fixture.deviceOrder();
        for (String profile : List.of("root-ca", "issuing-ca")) {
            assertRefused(
                    "profile-kind",
                    new IssuanceOrder(
                            device.issuer(), Engine.profile(profile), device.content(), Optional.empty(), List.of()));
        }
    }

    @Test
    void aRootToBeIssuesNothingButItself() throws Exception {
        Issuer self = Issuer.selfSigned(
                new AuthorityName("new"), fixture.open(EngineFixture.ROOT).key(), SignatureAlgorithm.ECDSA_SHA256);
        IssuanceOrder device = fixture.deviceOrder();
        assertRefused(
                "profile-kind",
                new IssuanceOrder(self, device.profile(), device.content(), Optional.empty(), List.of()));
    }

    @Test
    void theProfileRefusesTheRequest() {
        IssuanceOrder order = Engine.device(
                fixture.open(EngineFixture.ISSUING), "not allowed", TestKeys.fresh(KeyType.EC_P256, fixture.random));
        assertRefused("profile", order);
    }

    @Test
    void theKeyOnTheTokenIsNotTheOneInTheCertificate() {
        fixture.token.replace("issuing");
        IssuanceException.Refused refused = assertThrows(
                IssuanceException.Refused.class,
                () -> fixture.engine.authorities().open(EngineFixture.ISSUING, fixture.token));
        assertEquals("issuer-key", refused.rule());
    }

    @Test
    void theAlgorithmDoesNotSuitTheKey() {
        Issuer issuing = fixture.open(EngineFixture.ISSUING);
        Certificate certificate = issuing.certificate().orElseThrow();
        assertThrows(
                IssuanceException.Refused.class,
                () -> Issuer.of(EngineFixture.ISSUING, certificate, issuing.key(), SignatureAlgorithm.RSA_SHA256));
    }

    @Test
    void lintingFindsAnErrorThatNobodySkipped() throws Exception {
        IssuanceService strict = withRule();
        IssuanceOrder order = fixture.deviceOrder();
        IssuanceException.LintFailed failed =
                assertThrows(IssuanceException.LintFailed.class, () -> strict.prepare(order));
        assertEquals("internal.never", failed.findings().getFirst().code());
        IssuanceOrder skipping = new IssuanceOrder(
                order.issuer(),
                order.profile(),
                order.content(),
                order.request(),
                List.of(new LintSkip("internal.never", "because this test says so")));
        PreparedCertificate prepared = strict.prepare(skipping);
        assertEquals(
                List.of("internal.never: because this test says so"),
                prepared.intent().skippedLints());
        assertTrue(prepared.lint().findings().isEmpty());
    }

    @Test
    void aRevocationForCompromiseBlocksTheKeyForEver() throws Exception {
        assertEquals(RevocationReason.KEY_COMPROMISE.word(), "keyCompromise");
        IssuanceOrder order = fixture.deviceOrder();
        fixture.engine.revocations().blockKey(order.content().key().fingerprint(), "keyCompromise");
        List<PreparationResult> results = issuance.prepareAll(List.of(order, fixture.deviceOrder()));
        assertTrue(results.get(0) instanceof PreparationResult.Refused);
        assertTrue(results.get(1) instanceof PreparationResult.Ready);
    }

    /** A linter with one rule, to which every certificate is wrong. */
    private IssuanceService withRule() {
        CertificateRule never = new CertificateRule("internal.never", "none", Severity.ERROR, "Nothing is right") {
            @Override
            public void check(CertificateView certificate, LintContext context, Report report) {
                report.add("everywhere", "wrong");
            }
        };
        var ports = fixture.ports.ports();
        return new IssuanceService(
                new IssuanceService.Registers(
                        ports.certificates(),
                        new RegisterGate(ports.authorities(), ports.revocations()::blockedAmong),
                        ports.journal()),
                new TrustedClock(fixture.clock, ports.journal()),
                new Rehearsal(new Linter(List.of(never), List.of(), List.of()), new ThrowAwaySigner(fixture.random)),
                new IntentIds(fixture.random),
                Runnable::run);
    }

    private IssuanceOrder with(OperatorChoices choices) {
        IssuanceOrder order = fixture.deviceOrder();
        RequestedContent content = order.content().with(choices);
        return new IssuanceOrder(order.issuer(), order.profile(), content, order.request(), List.of());
    }

    private static OperatorChoices choices(Instant notBefore, Duration lifetime) {
        return OperatorChoices.none()
                .withValidity(new ValidityChoice(Optional.of(notBefore), Optional.empty(), Optional.of(lifetime)));
    }

    private void assertRefused(String rule, IssuanceOrder order) {
        IssuanceException.Refused refused = assertThrows(IssuanceException.Refused.class, () -> issuance.issue(order));
        assertEquals(rule, refused.rule(), refused.getMessage());
    }
}
