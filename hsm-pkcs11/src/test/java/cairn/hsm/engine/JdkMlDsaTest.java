package cairn.hsm.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.AuthorityName;
import cairn.ca.authority.KeyOrder;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.engine.Engine;
import cairn.ca.engine.MemoryPorts;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.hsm.signer.TokenKeyStore;
import cairn.hsm.softtoken.Tokens;
import cairn.hsm.token.Pin;
import cairn.testkit.SeededRandom;
import cairn.testkit.SettableClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AsymmetricKey;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ML-DSA of the software token before the JDK's own implementation, which shares no code with the token's. */
final class JdkMlDsaTest {
    private static final String JDK = "SUN";

    @TempDir
    Path folder;

    private final SettableClock clock = SettableClock.at("2030-03-01T08:00:00Z");
    private final Engine engine = engine();
    private KeyStoreToken token;

    private Engine engine() {
        return new Engine(new MemoryPorts(clock).ports(), clock, SeededRandom.of(301), Runnable::run);
    }

    @BeforeEach
    void open() throws Exception {
        try (Pin passphrase = Pin.ofUtf8("correct horse".getBytes(StandardCharsets.UTF_8))) {
            token = TokenKeyStore.over(
                    Tokens.create(folder.resolve("token"), "engine", passphrase, SeededRandom.of(302)));
        }
    }

    @AfterEach
    void close() {
        token.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "ML_DSA_.*")
    void certificatesAndListsVerifyAndAnAlteredOctetDoesNot(KeyType type) throws Exception {
        Issuer root = root(type);
        engine.authorities().createIntermediate(Engine.issuing("issuing", type), token, root);
        Issuer issuing = engine.authorities().open(new AuthorityName("issuing"), token);
        X509Certificate anchor = read(certificate(root));
        X509Certificate between = read(certificate(issuing));
        anchor.verify(key(certificate(root)), JDK);
        between.verify(key(certificate(root)), JDK);
        assertThrows(SignatureException.class, () -> anchor.verify(key(certificate(issuing)), JDK));
        assertThrows(
                SignatureException.class,
                () -> read(altered(certificate(root).encoded())).verify(key(certificate(root)), JDK));
        assertEquals(type.title(), anchor.getSigAlgName());
        assertEquals(type.title(), parameters(anchor.getPublicKey()));

        clock.advance(Duration.ofSeconds(1));
        CertificateList list = engine.lists()
                .sign(issuing, clock.instant().plus(Duration.ofDays(7)), List.of())
                .list();
        list(list.encoded()).verify(key(certificate(issuing)), JDK);
        assertThrows(SignatureException.class, () -> list(list.encoded()).verify(key(certificate(root)), JDK));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "ML_DSA_.*")
    void aRequestOfTheTokenProvesPossessionToTheJdk(KeyType type) throws Exception {
        CertificationRequest request = engine.outside()
                .request(new AuthorityName("branch"), Engine.name("CN=Branch,C=NO"), KeyOrder.of(type), token);
        org.bouncycastle.asn1.pkcs.CertificationRequest parts =
                org.bouncycastle.asn1.pkcs.CertificationRequest.getInstance(request.encoded());
        byte[] signature = parts.getSignature().getOctets();
        byte[] information = parts.getCertificationRequestInfo().getEncoded("DER");
        PublicKey key = key(request.publicKey().encoded());
        assertTrue(verifies(key, information, signature));
        information[information.length / 2] ^= 1;
        assertFalse(verifies(key, information, signature));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "ML_DSA_.*")
    void aRequestThatTheJdkSignedIsAcceptedAndItsKeyCertified(KeyType type) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type.title(), JDK);
        KeyPair pair = generator.generateKeyPair();
        byte[] der = signedByTheJdk(pair, type);
        CertificationRequest request = CertificationRequest.ofDer(der);
        assertTrue(request.provesPossession());
        Certificate certificate = engine.issuance()
                .issue(IssuanceOrder.of(root(type), Engine.profile("issuing-ca"), request, OperatorChoices.none()))
                .certificate();
        assertEquals(pair.getPublic(), read(certificate).getPublicKey());
        assertArrayEquals(pair.getPublic().getEncoded(), certificate.publicKey().encoded());
        der[der.length / 2] ^= 1; // within the signature, the longest part of all
        assertFalse(CertificationRequest.ofDer(der).provesPossession());
    }

    private static byte[] signedByTheJdk(KeyPair pair, KeyType type) throws Exception {
        CertificationRequestInfo information = new CertificationRequestInfo(
                new X500Name("CN=Branch,C=NO"),
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()),
                null);
        Signature signature = Signature.getInstance(type.title(), JDK);
        signature.initSign(pair.getPrivate());
        signature.update(information.getEncoded("DER"));
        return new org.bouncycastle.asn1.pkcs.CertificationRequest(
                        information,
                        SignatureAlgorithm.defaultFor(type).identifier(),
                        new DERBitString(signature.sign()))
                .getEncoded("DER");
    }

    private Issuer root(KeyType type) throws Exception {
        engine.authorities().createRoot(Engine.root("root", type), token);
        return engine.authorities().open(new AuthorityName("root"), token);
    }

    private static Certificate certificate(Issuer issuer) {
        return issuer.certificate().orElseThrow();
    }

    private static X509Certificate read(Certificate certificate) throws Exception {
        return read(certificate.encoded());
    }

    private static X509Certificate read(byte[] der) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509", JDK).generateCertificate(new ByteArrayInputStream(der));
    }

    private static X509CRL list(byte[] der) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509", JDK).generateCRL(new ByteArrayInputStream(der));
    }

    private static PublicKey key(Certificate certificate) throws Exception {
        return key(certificate.publicKey().encoded());
    }

    private static PublicKey key(byte[] subjectPublicKeyInfo) throws Exception {
        return KeyFactory.getInstance("ML-DSA", JDK).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
    }

    private static String parameters(PublicKey key) {
        return assertInstanceOf(
                        NamedParameterSpec.class,
                        assertInstanceOf(AsymmetricKey.class, key).getParams())
                .getName();
    }

    private static boolean verifies(PublicKey key, byte[] content, byte[] signature) throws Exception {
        Signature verifier = Signature.getInstance("ML-DSA", JDK);
        verifier.initVerify(key);
        verifier.update(content);
        return verifier.verify(signature);
    }

    /** With a bit of the signature's last octets changed: what was signed stays readable. */
    private static byte[] altered(byte[] der) {
        byte[] changed = der.clone();
        changed[changed.length - 200] ^= 1;
        return changed;
    }
}
