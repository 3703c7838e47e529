package cairn.ca.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.ca.lint.catalogue.RuleCatalogue;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Pem;
import cairn.testkit.ExternalTool;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which names an authority's nameConstraints forbid below it; OpenSSL is asked the same and says the same. */
final class NamesWithinIssuerTest {
    private static final Linter LINTER = RuleCatalogue.linter();
    private static final X500Name ROOT = new X500Name("CN=Root");
    private static final X500Name ISSUING = new X500Name("CN=Issuing");
    private static KeyPair key;

    @TempDir
    private Path folder;

    /**
     * One question.
     *
     * @param excluded whether the subtree is excluded and not permitted
     */
    record Case(boolean excluded, GeneralName subtree, String subject, List<GeneralName> names, boolean allowed) {}

    @BeforeAll
    static void makeKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        key = generator.generateKeyPair();
    }

    private static GeneralName dns(String text) {
        return new GeneralName(GeneralName.dNSName, text);
    }

    private static GeneralName mail(String text) {
        return new GeneralName(GeneralName.rfc822Name, text);
    }

    private static GeneralName uri(String text) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, text);
    }

    private static GeneralName ip(String text) {
        return new GeneralName(GeneralName.iPAddress, text);
    }

    private static GeneralName directory(String text) {
        return new GeneralName(new X500Name(text));
    }

    private static Case permits(GeneralName subtree, GeneralName name) {
        return new Case(false, subtree, "CN=Device", List.of(name), true);
    }

    private static Case forbids(GeneralName subtree, GeneralName name) {
        return new Case(false, subtree, "CN=Device", List.of(name), false);
    }

    private static Case excludes(GeneralName subtree, GeneralName name) {
        return new Case(true, subtree, "CN=Device", List.of(name), false);
    }

    private static Case spares(GeneralName subtree, GeneralName name) {
        return new Case(true, subtree, "CN=Device", List.of(name), true);
    }

    static Stream<Case> cases() {
        return Stream.of(
                permits(dns("example.com"), dns("example.com")),
                permits(dns("example.com"), dns("WWW.Example.com")),
                forbids(dns("example.com"), dns("badexample.com")),
                forbids(dns("example.com"), dns("example.org")),
                forbids(dns("www.example.com"), dns("example.com")),
                permits(dns("example.com"), ip("10.0.0.1")),
                excludes(dns("example.com"), dns("a.example.com")),
                spares(dns("example.com"), dns("example.org")),
                permits(mail("example.com"), mail("a@example.com")),
                forbids(mail("example.com"), mail("a@mail.example.com")),
                permits(mail(".example.com"), mail("a@mail.example.com")),
                forbids(mail(".example.com"), mail("a@example.com")),
                permits(mail("a@example.com"), mail("a@EXAMPLE.com")),
                forbids(mail("a@example.com"), mail("b@example.com")),
                excludes(mail("example.com"), mail("a@example.com")),
                permits(uri("example.com"), uri("https://example.com/x")),
                permits(uri("example.com"), uri("https://example.com:8443/x")),
                forbids(uri("example.com"), uri("https://www.example.com/x")),
                permits(uri(".example.com"), uri("https://www.example.com/x")),
                forbids(uri(".example.com"), uri("https://example.com/x")),
                forbids(uri("example.com"), uri("urn:uuid:0")),
                excludes(uri("example.com"), uri("https://example.com/")),
                permits(ip("10.0.0.0/8"), ip("10.255.0.1")),
                forbids(ip("10.0.0.0/8"), ip("11.0.0.1")),
                excludes(ip("10.0.0.0/8"), ip("10.0.0.1")),
                permits(ip("2001:db8::/32"), ip("2001:db8::1")),
                forbids(ip("2001:db8::/32"), ip("2001:db9::1")),
                forbids(ip("10.0.0.0/8"), ip("2001:db8::1")),
                spares(ip("10.0.0.0/8"), ip("2001:db8::1")),
                new Case(false, directory("O=Plant"), "O=Plant", List.of(directory("O=plant,CN=x")), true),
                new Case(false, directory("O=Plant"), "O=Plant", List.of(directory("O=Other,CN=x")), false),
                excludes(directory("O=Plant"), directory("O=Plant,CN=x")),
                new Case(false, directory("O=Plant"), "O=Plant,CN=Device", List.of(), true),
                new Case(false, directory("O=Plant"), "CN=Device", List.of(), false),
                new Case(false, directory("O=Plant,OU=Line"), "O=Plant", List.of(), false),
                new Case(true, directory("O=Plant"), "O=PLANT,CN=Device", List.of(), false),
                new Case(false, mail("example.com"), "CN=x,E=a@example.com", List.of(), true),
                new Case(false, mail("example.com"), "CN=x,E=a@example.org", List.of(), false));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleDecides(Case asked) throws Exception {
        assertEquals(asked.allowed(), isAllowed(leaf(asked), issuing(asked)));
    }

    @Test
    void openSslDecidesTheSame() throws Exception {
        ExternalTool openssl = ExternalTool.require("openssl", "openssl");
        Path root = pem("root", sign(ROOT, ROOT, true, new NoConstraints()));
        for (Case asked : cases().toList()) {
            Path issuing = pem("issuing", issuing(asked));
            Path leaf = pem("leaf", leaf(asked));
            int status = openssl.run(
                            "verify", "-CAfile", root.toString(), "-untrusted", issuing.toString(), leaf.toString())
                    .status();
            assertEquals(asked.allowed(), status == 0, asked::toString);
        }
    }

    /** What cannot be compared is outside: only a refusal is safe. */
    @Test
    void aNameOfAFormThatNobodyComparesIsOutside() throws Exception {
        GeneralName number = new GeneralName(GeneralName.registeredID, "1.3.6.1.4.1.99999");
        for (boolean excluded : List.of(true, false)) {
            Case asked = new Case(excluded, number, "CN=Device", List.of(number), false);
            assertEquals(false, isAllowed(leaf(asked), issuing(asked)));
        }
        Case other = new Case(false, number, "CN=Device", List.of(dns("a.example")), true);
        assertEquals(true, isAllowed(leaf(other), issuing(other)));
    }

    private static boolean isAllowed(X509CertificateHolder leaf, X509CertificateHolder issuing) throws Exception {
        LintContext context = LintContext.internal().issuedBy(Certificate.ofDer(issuing.getEncoded()));
        return LINTER.lint(Certificate.ofDer(leaf.getEncoded()), context).stream()
                .noneMatch(finding -> finding.code().equals("internal.names-within-issuer"));
    }

    private Path pem(String name, X509CertificateHolder certificate) throws Exception {
        return Files.writeString(folder.resolve(name + ".pem"), Pem.write("CERTIFICATE", certificate.getEncoded()));
    }

    /** Adds what one certificate has beyond the others. */
    @FunctionalInterface
    private interface Extra {
        void addTo(X509v3CertificateBuilder builder) throws Exception;
    }

    private static final class NoConstraints implements Extra {
        @Override
        public void addTo(X509v3CertificateBuilder builder) {}
    }

    private static X509CertificateHolder issuing(Case asked) throws Exception {
        GeneralSubtree[] subtrees = {new GeneralSubtree(asked.subtree())};
        return sign(
                ROOT,
                ISSUING,
                true,
                builder -> builder.addExtension(
                        Extension.nameConstraints,
                        true,
                        asked.excluded() ? new NameConstraints(null, subtrees) : new NameConstraints(subtrees, null)));
    }

    private static X509CertificateHolder leaf(Case asked) throws Exception {
        return sign(ISSUING, new X500Name(asked.subject()), false, builder -> {
            if (!asked.names().isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(asked.names().toArray(GeneralName[]::new)));
            }
        });
    }

    private static X509CertificateHolder sign(X500Name issuer, X500Name subject, boolean authority, Extra extra)
            throws Exception {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(77),
                Date.from(now),
                Date.from(now.plus(Duration.ofDays(9000))),
                subject,
                SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        extra.addTo(builder);
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate()));
    }
}
