package cairn.ca.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.Authority;
import cairn.ca.authority.AuthorityException;
import cairn.ca.authority.AuthorityOrder;
import cairn.ca.authority.KeyOrder;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.IssuanceResult;
import cairn.ca.issuance.Issuer;
import cairn.ca.issuance.PreparationResult;
import cairn.ca.issuance.PreparedCertificate;
import cairn.ca.revocation.RevocationOrder;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.KeyType;
import cairn.testkit.ExternalTool;
import cairn.testkit.SeededRandom;
import cairn.testkit.SettableClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What the engine must do on any token: a module that brings one extends this, gives the token, and runs it. The names of
 * authorities, which are the labels of keys, are made unlike in every run, so that a token may be used again.
 */
public abstract class EngineSuite {
    private static final Set<KeyType> KNOWN_TO_OPENSSL = Set.of(
            KeyType.EC_P256, KeyType.EC_P384, KeyType.EC_P521, KeyType.RSA_2048, KeyType.RSA_3072, KeyType.ED25519);
    private static final int DEVICES = 6;

    @TempDir
    Path folder;

    private final SecureRandom random = SeededRandom.of(System.nanoTime());
    // An hour back, for Bouncy Castle judges nothing at a moment that lies in the future.
    private final SettableClock clock = SettableClock.at(
            Instant.ofEpochSecond(InstantSource.system().instant().getEpochSecond() - 3600));
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private KeyStoreToken token;
    private Engine engine;

    /** The token under test, logged in; {@code folder} is empty and the test's own. */
    protected abstract KeyStoreToken openToken(Path folder) throws Exception;

    /** The ports to work on; in memory unless overridden. */
    protected Ports openPorts(Path folder, InstantSource clock) throws Exception {
        return new MemoryPorts(clock).ports();
    }

    /** Key types that the suite leaves out: those that no ready-made root may have, or that take too long to generate. */
    protected Set<KeyType> leftOut() {
        return Set.of(KeyType.RSA_2048, KeyType.RSA_4096);
    }

    @BeforeEach
    void open() throws Exception {
        token = openToken(folder);
        engine = new Engine(openPorts(folder, clock), clock, random, pool);
    }

    @AfterEach
    void close() {
        pool.close();
        token.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "SLH_DSA_.*")
    void wholeLine(KeyType type) throws Exception {
        Assumptions.assumeTrue(
                token.offers().contains(type) && !leftOut().contains(type), "the token offers no " + type.title());
        Issuer root = root(type);
        Issuer issuing = issuing(root, type);
        List<Certificate> devices = devices(issuing, DEVICES);
        Certificate revoked = devices.get(0);
        Certificate held = devices.get(1);
        engine.revocations()
                .decide(RevocationOrder.Revoke.of(
                        issuing.name(), revoked.serialNumber(), RevocationReason.KEY_COMPROMISE));
        engine.revocations().decide(new RevocationOrder.Hold(issuing.name(), held.serialNumber()));
        CertificateList rootList = list(root);
        CertificateList issuingList = list(issuing);
        Certificate anchor = root.certificate().orElseThrow();
        Certificate between = issuing.certificate().orElseThrow();
        Verdicts verdicts = new Verdicts(anchor, List.of(rootList, issuingList), clock.instant());
        for (Certificate device : devices) {
            boolean good = !device.equals(revoked) && !device.equals(held);
            List<Certificate> path = List.of(device, between);
            assertEquals(good, verdicts.jdkAccepts(path), device + " by the JDK");
            if (KNOWN_TO_OPENSSL.contains(type)) {
                ExternalTool.Result result = verdicts.openSsl(folder, path);
                assertEquals(good, result.status() == 0, device + " by OpenSSL: " + result.all());
                assertTrue(good || result.all().contains("certificate revoked"), result.all());
            }
        }
        assertListInOpenSslsWords(type, issuingList, revoked);
    }

    /** SLH-DSA: no JDK knows it, so Bouncy Castle's own path validation is the judge. */
    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"SLH_DSA_SHA2_128S", "SLH_DSA_SHA2_128F"})
    void hashBasedLine(KeyType type) throws Exception {
        Assumptions.assumeTrue(token.offers().contains(type), "the token offers no " + type.title());
        Issuer root = root(type);
        Issuer issuing = issuing(root, type);
        List<Certificate> devices = devices(issuing, 2);
        Certificate revoked = devices.getFirst();
        engine.revocations()
                .decide(RevocationOrder.Revoke.of(issuing.name(), revoked.serialNumber(), RevocationReason.SUPERSEDED));
        Verdicts verdicts =
                new Verdicts(root.certificate().orElseThrow(), List.of(list(root), list(issuing)), clock.instant());
        Certificate between = issuing.certificate().orElseThrow();
        assertTrue(verdicts.bouncyCastleAccepts(List.of(devices.getLast(), between)));
        assertFalse(verdicts.bouncyCastleAccepts(List.of(revoked, between)));
    }

    @Test
    void aRevokedAuthorityTakesAllBelowItAlong() throws Exception {
        Issuer root = root(KeyType.EC_P256);
        Issuer issuing = issuing(root, KeyType.EC_P256);
        Certificate device = devices(issuing, 1).getFirst();
        Certificate between = issuing.certificate().orElseThrow();
        engine.revocations()
                .decide(RevocationOrder.Revoke.of(root.name(), between.serialNumber(), RevocationReason.CA_COMPROMISE));
        Verdicts verdicts =
                new Verdicts(root.certificate().orElseThrow(), List.of(list(root), list(issuing)), clock.instant());
        assertFalse(verdicts.jdkAccepts(List.of(device, between)));
        assertNotEquals(0, verdicts.openSsl(folder, List.of(device, between)).status());
    }

    @Test
    void aRequestGoesOutAndItsCertificateComesBack() throws Exception {
        Issuer root = root(KeyType.EC_P256);
        Engine branch = new Engine(new MemoryPorts(clock).ports(), clock, random, Runnable::run);
        AuthorityName name = new AuthorityName(unlike("branch"));
        CertificationRequest request =
                branch.outside().request(name, Engine.name("CN=Branch,C=NO"), KeyOrder.of(KeyType.EC_P256), token);
        assertTrue(request.provesPossession());
        Certificate certificate = engine.issuance()
                .issue(IssuanceOrder.of(
                        root, Engine.profile("issuing-ca"), request, cairn.ca.profile.OperatorChoices.none()))
                .certificate();
        Authority accepted = branch.outside()
                .accept(name, certificate, List.of(root.certificate().orElseThrow()), List.of());
        assertEquals(Authority.State.ACTIVE, accepted.state());
        assertEquals(
                certificate.publicKey(), branch.authorities().open(name, token).publicKey());
    }

    @Test
    void aLabelIsUsedOnce() throws Exception {
        String name = unlike("root");
        engine.authorities().createRoot(Engine.root(name, KeyType.EC_P256), token);
        Engine other = new Engine(new MemoryPorts(clock).ports(), clock, random, Runnable::run);
        assertEquals(
                "label",
                assertThrows(
                                AuthorityException.Refused.class,
                                () -> other.authorities().createRoot(resumed(name), token))
                        .rule());
    }

    @Test
    void aCreationThatTheTokenInterruptedIsResumedWithTheSameKey() throws Exception {
        String name = unlike("root");
        KeyStoreToken failing = new ForwardingToken(token) {
            @Override
            public SigningKey generate(KeyType type, String label) throws SigningException {
                throw new SigningException.UnknownOutcome("the answer was lost: " + super.generate(type, label));
            }
        };
        assertThrows(
                SigningException.UnknownOutcome.class,
                () -> engine.authorities().createRoot(Engine.root(name, KeyType.EC_P256), failing));
        assertThrows(
                AuthorityException.Interrupted.class,
                () -> engine.authorities().createRoot(Engine.root(name, KeyType.EC_P256), token));
        Authority made = engine.authorities().createRoot(resumed(name), token);
        assertEquals(Authority.State.ACTIVE, made.state());
    }

    private static AuthorityOrder resumed(String name) {
        AuthorityOrder order = Engine.root(name, KeyType.EC_P256);
        return new AuthorityOrder(
                order.name(), order.subject(), order.key().resumed(), order.profile(), order.choices(), order.skips());
    }

    private Issuer root(KeyType type) throws Exception {
        String name = unlike("root");
        engine.authorities().createRoot(Engine.root(name, type), token);
        return engine.authorities().open(new AuthorityName(name), token);
    }

    private Issuer issuing(Issuer root, KeyType type) throws Exception {
        String name = unlike("issuing");
        engine.authorities().createIntermediate(Engine.issuing(name, type), token, root);
        return engine.authorities().open(new AuthorityName(name), token);
    }

    private List<Certificate> devices(Issuer issuing, int count) {
        List<IssuanceOrder> orders = Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> Engine.device(issuing, "device-" + i, TestKeys.fresh(KeyType.EC_P256, random)))
                .toList();
        List<PreparedCertificate> prepared = engine.issuance().prepareAll(orders).stream()
                .map(result -> assertInstanceOf(PreparationResult.Ready.class, result, result::toString))
                .map(PreparationResult.Ready::prepared)
                .toList();
        List<Certificate> issued = new ArrayList<>();
        for (IssuanceResult result : engine.issuance().issueAll(prepared)) {
            issued.add(assertInstanceOf(IssuanceResult.Issued.class, result, result::toString)
                    .certificate());
        }
        assertEquals(count, issued.size());
        return issued;
    }

    /** The next list; a second passes first, for the JDK minds a revocation only if it is older than the moment judged. */
    private CertificateList list(Issuer issuer) throws Exception {
        clock.advance(Duration.ofSeconds(1));
        return engine.lists()
                .sign(issuer, clock.instant().plus(Duration.ofDays(7)), List.of())
                .list();
    }

    private void assertListInOpenSslsWords(KeyType type, CertificateList list, Certificate revoked) {
        if (!KNOWN_TO_OPENSSL.contains(type)) {
            return;
        }
        String words = Verdicts.openSslText(list);
        assertTrue(words.contains("Version 2 (0x1)"), words);
        assertTrue(words.contains("Key Compromise") && words.contains("Certificate Hold"), words);
        assertTrue(words.contains(revoked.serialNumber().hex().toUpperCase(java.util.Locale.ROOT)), words);
    }

    private String unlike(String name) {
        return name + "-" + Long.toString(random.nextLong() >>> 20, 36);
    }
}
