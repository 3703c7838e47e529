package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Validity;
import cairn.testkit.ExternalTool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ready-made profile makes a certificate that OpenSSL and the JDK take for what it is meant to be. */
class ReadyMadeProfilesTest {
    @TempDir
    Path folder;

    private static Certificate root;
    private static Certificate issuing;

    /** What is asked of a profile, and what OpenSSL's text of the result says. */
    record Case(String profile, RequestedContent content, String purpose, List<String> says) {
        @Override
        public String toString() {
            return profile;
        }
    }

    @BeforeAll
    static void authorities() throws ProfileRefusal {
        root = Shaping.root("root-ca", "CN=Example Root,O=Example,C=DE");
        issuing = Shaping.issuing("issuing-ca", "CN=Example Issuing,O=Example,C=DE", root);
    }

    @Test
    void everyProfileReadsAndHasTheNameOfItsFile() {
        assertEquals(16, ReadyMadeProfiles.names().size());
        for (String name : ReadyMadeProfiles.names()) {
            Profile profile = Shaping.readyMade(name);
            assertEquals(name, profile.name());
            assertFalse(profile.title().isEmpty());
            assertFalse(profile.description().isEmpty());
            assertEquals(
                    cairn.ca.x509.Fingerprint.of(ReadyMadeProfiles.source(name).orElseThrow()), profile.digest());
        }
        assertTrue(ReadyMadeProfiles.find("no-such").isEmpty());
        assertTrue(ReadyMadeProfiles.source("../tls-server").isEmpty());
    }

    static Stream<Case> endEntities() throws MalformedException {
        OperatorChoices none = OperatorChoices.none();
        AlternativeName host = Shaping.dns("db1.example.org");
        AlternativeName spiffe = Shaping.uri("spiffe://example.org/ns/prod/sa/web");
        AlternativeName module = AlternativeName.hardwareModule(
                new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), "SN-1".getBytes(StandardCharsets.US_ASCII));
        List<AlternativeName> one = List.of(host);
        return Stream.of(
                of("tls-server", "CN=db1.example.org", none, "sslserver", "TLS Web Server", "DNS:db1.example.org"),
                of("tls-client", "CN=Ada Lovelace,O=Example", none, "sslclient", "TLS Web Client"),
                of("mtls-service", "CN=web", none.withNames(List.of(host, spiffe)), "sslserver", "URI:spiffe://"),
                of("iot-device", "CN=dev-0001,O=Example", none, "sslclient", "TLS Web Client", "CN = dev-0001"),
                of(
                        "idevid",
                        "2.5.4.5=SN-1,O=Example",
                        none.withNames(List.of(module)),
                        "any",
                        "othername: 1.3.6.1.5.5.7.8.4"),
                of("vpn-gateway", "CN=vpn", none.withNames(one), "sslserver", "ipsec Internet Key Exchange"),
                of("vpn-client", "CN=ada.example.org", none, "sslclient", "ipsec Internet Key Exchange"),
                of("database-server", "CN=db", none.withNames(one), "sslserver", "TLS Web Server"),
                of("ocsp-responder", "CN=Responder", none, "ocsphelper", "OCSP Signing", "OCSP No Check"),
                of("code-signing", "CN=Release,O=Example", none, "any", "Code Signing"),
                of(
                        "short-lived-service",
                        "",
                        none.withNames(one),
                        "sslserver",
                        "No Revocation Available",
                        "Name: critical"));
    }

    private static Case of(String profile, String subject, OperatorChoices choices, String purpose, String... says) {
        OperatorChoices located = choices.withVariable("crl-url", "http://pki.example.org/issuing.crl");
        return new Case(profile, Shaping.request(subject).with(located), purpose, List.of(says));
    }

    @ParameterizedTest
    @MethodSource("endEntities")
    void opensslAndTheJdkAcceptWhatAProfileMakes(Case tried) throws Exception {
        Profile profile = Shaping.readyMade(tried.profile());
        assertEquals(Kind.END_ENTITY, profile.kind());
        Certificate certificate =
                Shaping.sign(profile, Shaping.under(Shaping.issuer(issuing), tried.content()), Shaping.ISSUING_KEY);
        assertFalse(certificate.isAuthority());
        assertEquals(issuing.subject(), certificate.issuer());
        assertEquals(issuing.subjectKeyIdentifier(), certificate.authorityKeyIdentifier());
        jdkAccepts(root, issuing, certificate);
        String text = openssl(certificate, tried.purpose());
        for (String words : tried.says()) {
            assertTrue(text.contains(words), words + " is missing in\n" + text);
        }
        boolean revocable = !Set.of("ocsp-responder", "short-lived-service").contains(tried.profile());
        assertEquals(revocable, text.contains("http://pki.example.org/issuing.crl"));
    }

    @Test
    void theRootHasNoPathLengthUnlessOneIsChosen() throws ProfileRefusal {
        assertTrue(root.isAuthority());
        assertTrue(root.isSelfIssued());
        assertTrue(root.authorityKeyIdentifier().isEmpty());
        Shaping.readyMade("root-ca");
        RequestedContent content = RequestedContent.of(Shaping.name("CN=R"), Shaping.publicKey(Shaping.ROOT_KEY))
                .with(OperatorChoices.none().withPathLength(1));
        IssuerData self = IssuerData.selfSigned(content.key(), cairn.ca.x509.SignatureAlgorithm.ECDSA_SHA256);
        Certificate limited =
                Shaping.sign(Shaping.readyMade("root-ca"), Shaping.under(self, content), Shaping.ROOT_KEY);
        assertTrue(limited.holder()
                .getExtension(org.bouncycastle.asn1.x509.Extension.basicConstraints)
                .isCritical());
        assertEquals("critical: authority, path length 1", words(limited));
        assertEquals("critical: authority", words(root));
        assertEquals("critical: authority, path length 0", words(issuing));
    }

    @Test
    void aDeviceIdentityHasNoEndAndNoKeyIdentifierOfItsOwn() throws ProfileRefusal {
        RequestedContent content = Shaping.request("2.5.4.5=SN-1");
        Certificate certificate = Shaping.sign(
                Shaping.readyMade("idevid"), Shaping.under(Shaping.anyIssuer(), content), Shaping.ROOT_KEY);
        assertTrue(certificate.subjectKeyIdentifier().isEmpty());
        // The issuer ends, and the certificate with it; below one without end it has none.
        assertEquals(
                Shaping.anyIssuer().validity().notAfter(),
                certificate.validity().notAfter());
        Certificate paa = Shaping.root("matter-paa", "CN=PAA");
        Certificate endless = Shaping.sign(
                Shaping.readyMade("idevid"), Shaping.under(Shaping.issuer(paa), content), Shaping.ROOT_KEY);
        assertEquals(Validity.NO_EXPIRATION, endless.validity().notAfter());
    }

    private static String words(Certificate certificate) {
        return ExtensionWords.of(
                certificate.holder().getExtension(org.bouncycastle.asn1.x509.Extension.basicConstraints));
    }

    private static void jdkAccepts(Certificate root, Certificate issuing, Certificate leaf)
            throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509Certificate anchor = jdk(factory, root);
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(Shaping.NOW.plusSeconds(60)));
        CertPathValidator.getInstance("PKIX")
                .validate(factory.generateCertPath(List.of(jdk(factory, leaf), jdk(factory, issuing))), parameters);
    }

    private static X509Certificate jdk(CertificateFactory factory, Certificate certificate)
            throws GeneralSecurityException {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate.encoded()));
    }

    /** Verifies with OpenSSL, strictly, and returns its text of the certificate. */
    private String openssl(Certificate certificate, String purpose) throws Exception {
        ExternalTool.require("openssl", "openssl");
        pem("root.pem", root);
        pem("issuing.pem", issuing);
        pem("leaf.pem", certificate);
        long when = Shaping.NOW.plusSeconds(60).getEpochSecond();
        String verdict = run(
                "openssl",
                "verify",
                "-x509_strict",
                "-attime",
                Long.toString(when),
                "-purpose",
                purpose,
                "-CAfile",
                "root.pem",
                "-untrusted",
                "issuing.pem",
                "leaf.pem");
        assertTrue(verdict.contains("leaf.pem: OK"), verdict);
        return run("openssl", "x509", "-in", "leaf.pem", "-noout", "-text");
    }

    private void pem(String file, Certificate certificate) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.encoded());
        Files.writeString(
                folder.resolve(file), "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "openssl did not end");
        return output;
    }
}
