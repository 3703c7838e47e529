package cairn.ca.csr;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Finding;
import cairn.ca.x509.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request asks for is judged: wrong names are quoted, odd ones shown, rights are not given because they are asked for. */
final class RequestPolicyTest {
    private static final RequestPolicy POLICY = RequestPolicy.standard();

    @ParameterizedTest
    @CsvSource({
        "secp256r1, SHA256withECDSA",
        "secp384r1, SHA384withECDSA",
        "RSA2048, SHA256withRSA",
        "Ed25519, Ed25519",
        "RSA2048, SHA256withRSAandMGF1",
        "ML-DSA-65, ML-DSA-65"
    })
    void aRequestOfEachKindOfKeyPasses(String key, String algorithm) throws Exception {
        CertificationRequest request = CertificationRequest.ofDer(signed(key, algorithm));
        assertDoesNotThrow(() -> POLICY.check(request), algorithm);
        assertEquals(Verdict.ACCEPT, POLICY.report(request).verdict());
    }

    private static byte[] signed(String key, String algorithm) throws Exception {
        KeyPair pair = SampleRequests.pair(key);
        JcaContentSignerBuilder signer = new JcaContentSignerBuilder(algorithm);
        if (algorithm.contains("MGF1")) {
            signer.setProvider(new BouncyCastleProvider());
        }
        return new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=x"), pair.getPublic())
                .build(signer.build(pair.getPrivate()))
                .getEncoded();
    }

    @ParameterizedTest
    @CsvSource({"RSA2048, MD5withRSA", "RSA2048, SHA1withRSA", "secp256r1, SHA1withECDSA", "RSA2048, SHA1withRSAandMGF1"
    })
    void brokenDigestsProveNothing(String key, String algorithm) throws Exception {
        CertificationRequest request = CertificationRequest.ofDer(signed(key, algorithm));
        RequestRefusedException refusal = assertThrows(RequestRefusedException.class, () -> POLICY.check(request));
        assertInstanceOf(RequestRefusedException.PossessionNotProved.class, refusal);
        assertEquals("possession.digest", refusal.rule());
    }

    @Test
    void theSignatureOfAnotherKeyProvesNothing() throws Exception {
        KeyPair own = SampleRequests.pair("secp256r1");
        KeyPair other = SampleRequests.pair("secp256r1");
        byte[] der = SampleRequests.request(
                new KeyPair(other.getPublic(), own.getPrivate()), "SHA256withECDSA", new X500Name("CN=x"));
        RequestRefusedException refusal = assertThrows(
                RequestRefusedException.PossessionNotProved.class, () -> POLICY.check(CertificationRequest.ofDer(der)));
        assertEquals("possession.signature", refusal.rule());
        assertTrue(refusal.clause().contains("RFC 2986"));
    }

    @Test
    void aRefusedKeyIsARefusalOfItsOwnKind() throws Exception {
        CertificationRequest request = CertificationRequest.ofDer(signed("RSA1024", "SHA256withRSA"));
        assertThrows(RequestRefusedException.KeyRefused.class, () -> POLICY.check(request));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example",
                "*.example.org",
                "xn--bcher-kva.example",
                "localhost",
                "A-1.B-2.example",
                "1a.example"
            })
    void goodDnsNamesPass(String name) throws Exception {
        assertEquals(List.of(), codes(dns(name)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "ex ample.com",
                "a..b",
                ".a",
                "a.",
                "a.*.example",
                "*",
                "f*.example",
                "**.example",
                "-a.example",
                "a-.example",
                "192.168.1.1",
                "a\u0000.example",
                "a/b",
                "https://a.example",
                "*.*.example"
            })
    void wrongDnsNamesAreRefusedAndQuoted(String name) throws Exception {
        RequestReport report = POLICY.report(SampleRequests.named(List.of(dnsName(name))));
        assertEquals(
                List.of("san.dns"),
                report.findings().stream().map(Finding::code).toList(),
                report::toString);
        assertTrue(report.findings().getFirst().where().contains("entry 1"));
    }

    @Test
    void longDnsNamesAreRefusedAndUnderscoresAreShown() throws Exception {
        assertEquals(List.of("san.dns"), codes(dns("a".repeat(64) + ".example")));
        assertEquals(List.of(), codes(dns("a".repeat(63) + ".example")));
        assertEquals(List.of("san.dns"), codes(dns("abcdefg.".repeat(32) + "example")));
        assertEquals(List.of("san.dns-underscore"), codes(dns("a_b.example")));
    }

    @Test
    void aDnsNameIsAscii() throws Exception {
        byte[] name = "b\u00FCcher.example".getBytes(StandardCharsets.UTF_8);
        byte[] san = new byte[name.length + 4];
        san[0] = 0x30;
        san[1] = (byte) (name.length + 2);
        san[2] = (byte) 0x82;
        san[3] = (byte) name.length;
        System.arraycopy(name, 0, san, 4, name.length);
        RequestReport report = POLICY.report(SampleRequests.asking(Extension.subjectAlternativeName, san));
        assertEquals("san.dns-not-ascii", report.refusal().orElseThrow().code());
        assertTrue(report.refusal().orElseThrow().words().contains("b\u00FCcher.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "30078705c0a8010100, san.address",
        "3006870 4c0a80101, ''",
        "3000, san.empty",
        "30 02 8200, san.dns",
        "3003 820161 00, san.malformed",
        "3002 8900, san.malformed",
        "0500, san.malformed",
        "3004 8802 8001, san.malformed",
        "3004 a402 3000, ''",
        "3004 a402 0500, san.malformed"
    })
    void wrongOctetsAreRefused(String hex, String code) throws Exception {
        byte[] san = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertEquals(
                code.isEmpty() ? List.of() : List.of(code),
                codes(SampleRequests.asking(Extension.subjectAlternativeName, san)));
    }

    @ParameterizedTest
    @CsvSource({
        "a@b.example, ''",
        "a.b+c@b.example, ''",
        "nobody, san.mail",
        "@b.example, san.mail",
        "a b@c.example, san.mail",
        "a@, san.mail",
        "a@*.example, san.mail",
        "a@b@c.example, san.mail"
    })
    void mailAddresses(String mail, String code) throws Exception {
        assertEquals(
                code.isEmpty() ? List.of() : List.of(code),
                codes(SampleRequests.named(List.of(new GeneralName(GeneralName.rfc822Name, mail)))));
    }

    @ParameterizedTest
    @CsvSource({
        "spiffe://example.org/a, ''",
        "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6, ''",
        "example.org, san.uri",
        "http://a b/, san.uri",
        "'', san.uri",
        "//x, san.uri"
    })
    void uris(String uri, String code) throws Exception {
        assertEquals(
                code.isEmpty() ? List.of() : List.of(code),
                codes(SampleRequests.named(List.of(new GeneralName(GeneralName.uniformResourceIdentifier, uri)))));
    }

    @Test
    void tenThousandNamesAreTooManyAndTheListOfFindingsIsShort() throws Exception {
        List<GeneralName> names = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            names.add(dnsName("bad name " + i));
        }
        RequestReport report = POLICY.report(SampleRequests.named(names));
        assertTrue(
                report.findings().size() < 30,
                () -> "findings: " + report.findings().size());
        assertTrue(report.findings().stream().anyMatch(f -> f.code().equals("san.too-many")));
    }

    @ParameterizedTest
    @CsvSource({
        "a\u0000b, subject.unsafe-character",
        "\u202Egnp.exe, subject.unsafe-character",
        "=cmd|calc, subject.active-text",
        "<b>x</b>, subject.active-text",
        "../../etc/passwd, subject.active-text",
        "p\u0430ypal, subject.mixed-scripts"
    })
    void oddSubjectsAreShownAndNotRefused(String name, String code) throws Exception {
        RequestReport report = POLICY.report(subject(name));
        assertEquals(Verdict.WARN, report.verdict());
        assertEquals(
                List.of(code), report.findings().stream().map(Finding::code).toList());
        assertTrue(report.findings().getFirst().words().chars().allMatch(c -> c >= ' ' && c != 0x202E));
    }

    @Test
    void longAndEmptySubjectsAreShown() throws Exception {
        assertEquals(List.of("subject.length"), codes(subject("x".repeat(65))));
        assertEquals(List.of(), codes(subject("x".repeat(64))));
        KeyPair pair = SampleRequests.pair("secp256r1");
        byte[] der = SampleRequests.request(pair, "SHA256withECDSA", new X500Name(new RDN[0]));
        assertEquals(List.of("subject.empty"), codes(CertificationRequest.ofDer(der)));
    }

    @Test
    void aSubjectWithOctetsThatItsTypeForbidsIsRefused() throws Exception {
        KeyPair pair = SampleRequests.pair("secp256r1");
        byte[] der = SampleRequests.request(
                pair,
                "SHA256withECDSA",
                new X500NameBuilder()
                        .addRDN(BCStyle.EmailAddress, new DERIA5String("a@b"))
                        .build());
        for (int i = 0; i < der.length - 3; i++) {
            if (der[i] == 'a' && der[i + 1] == '@') {
                der[i] = (byte) 0xE4;
            }
        }
        assertTrue(codes(CertificationRequest.ofDer(der)).contains("subject.malformed"));
    }

    @Test
    void rightsAreShownAndNeverGiven() throws Exception {
        KeyPair pair = SampleRequests.pair("secp256r1");
        byte[] der = SampleRequests.request(
                pair,
                "SHA256withECDSA",
                new X500Name("CN=x"),
                new Extension(Extension.basicConstraints, true, new BasicConstraints(true).getEncoded()),
                new Extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign).getEncoded()),
                new Extension(
                        Extension.extendedKeyUsage,
                        false,
                        new ExtendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage).getEncoded()),
                new Extension(new ASN1ObjectIdentifier("1.2.3.4"), true, new DEROctetString(new byte[] {5, 0})),
                new Extension(new ASN1ObjectIdentifier("1.2.3.5"), false, new DEROctetString(new byte[] {5, 0})),
                new Extension(Extension.policyConstraints, false, new DEROctetString(new byte[] {5, 0})));
        RequestReport report = POLICY.report(CertificationRequest.ofDer(der));
        assertEquals(Verdict.WARN, report.verdict());
        assertEquals(
                List.of(
                        "extension.asks-authority",
                        "extension.asks-signing",
                        "extension.asks-purpose",
                        "extension.unknown-critical",
                        "extension.unknown",
                        "extension.malformed"),
                report.findings().stream().map(Finding::code).toList());
    }

    @Test
    void aReportIsAsBadAsItsWorstFinding() {
        Finding warning = Finding.warning("a.b", "c", "d", "e");
        assertEquals(
                Verdict.ACCEPT,
                RequestReport.of(List.of(Finding.notice("a.b", "c", "d", "e"))).verdict());
        assertEquals(Verdict.WARN, RequestReport.of(List.of(warning)).verdict());
        assertEquals(
                Verdict.REJECT,
                RequestReport.of(Arrays.asList(Finding.error("a.b", "c", "d", "e"), warning))
                        .verdict());
    }

    private static GeneralName dnsName(String name) {
        return new GeneralName(GeneralName.dNSName, new DERIA5String(name));
    }

    private static CertificationRequest dns(String name) throws Exception {
        return SampleRequests.named(List.of(dnsName(name)));
    }

    private static CertificationRequest subject(String name) throws Exception {
        X500Name subject = new X500NameBuilder()
                .addRDN(BCStyle.CN, new DERUTF8String(name))
                .build();
        return CertificationRequest.ofDer(
                SampleRequests.request(SampleRequests.pair("secp256r1"), "SHA256withECDSA", subject));
    }

    private static List<String> codes(CertificationRequest request) {
        return POLICY.report(request).findings().stream().map(Finding::code).toList();
    }
}
