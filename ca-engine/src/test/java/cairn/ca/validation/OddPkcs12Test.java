package cairn.ca.validation;

import static cairn.ca.validation.Issuer.NOW;
import static cairn.ca.validation.Issuer.codes;
import static cairn.ca.validation.Issuer.inspectorAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.SampleRequests;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Verdict;
import cairn.testkit.OpenSsl;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PKCS#12 key stores as few programs write them: each is described, or refused in words. */
final class OddPkcs12Test {
    private static final AlgorithmIdentifier HMAC =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
    private static final byte[] SALT = {1, 2, 3, 4, 5, 6, 7, 8};

    private static Issuer issuer;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeAnIssuer() throws Exception {
        issuer = Issuer.of("CN=issuer");
    }

    private static Inspection inspect(byte[] file, String password) {
        return inspectorAt(NOW).inspect(file, InspectionContext.NONE.withPassword(password.toCharArray()));
    }

    private static List<String> storeCodes(Inspection inspection) {
        return codes(inspection).stream()
                .filter(code -> code.startsWith("keystore."))
                .toList();
    }

    private static List<String> titles(Inspection inspection) {
        return inspection.contents().stream().map(Description::title).toList();
    }

    /** Neither side's way of writing "no password" is the other's; both open, whatever the cipher. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-legacy",
                "-legacy -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES",
                "-legacy -nomac",
                "-nomac",
                "-keypbe NONE -certpbe NONE"
            })
    void aStoreOfOpenSslUnderAnEmptyPasswordIsOpened(String options) throws Exception {
        Path key = folder.resolve("k.pem");
        Path certificate = folder.resolve("c.pem");
        OpenSsl.require()
                .expectSuccess(
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:P-256",
                        "-nodes",
                        "-keyout",
                        key.toString(),
                        "-out",
                        certificate.toString(),
                        "-subj",
                        "/CN=device");
        Path store = folder.resolve("s.p12");
        Stream<String> fixed = Stream.of(
                "pkcs12",
                "-export",
                "-inkey",
                key.toString(),
                "-in",
                certificate.toString(),
                "-name",
                "leaf",
                "-passout",
                "pass:",
                "-out",
                store.toString());
        OpenSsl.require()
                .expectSuccess(
                        Stream.concat(fixed, Arrays.stream(options.split(" ")).filter(o -> !o.isEmpty()))
                                .toArray(String[]::new));
        Inspection inspection = inspect(Files.readAllBytes(store), "");
        assertEquals("Private key \"leaf\"", titles(inspection).getFirst(), inspection::toString);
        assertEquals(2, inspection.contents().size());
        assertEquals(!options.contains("-nomac"), codes(inspection).contains("keystore.empty-password"));
        assertEquals(Verdict.REJECT, inspect(Files.readAllBytes(store), "x").verdict());
    }

    @Test
    void severalKeysAndCertificatesWithoutAKeyAreAllShown() throws Exception {
        KeyPair one = SampleRequests.pair("secp256r1");
        KeyPair two = SampleRequests.pair("Ed25519");
        Inspection inspection = inspect(
                plain(
                        named(key(one), "Schl\u00FCssel \u5BC6"),
                        key(two),
                        certificate(2),
                        named(certificate(3), "nobody's")),
                "");
        assertEquals(
                List.of(
                        "Private key \"Schl\u00FCssel \u5BC6\"",
                        "Private key",
                        "Certificate: CN=subject",
                        "Certificate: CN=subject"),
                titles(inspection));
        assertEquals(
                List.of("keystore.no-mac", "keystore.key-mismatch", "keystore.key-mismatch", "keystore.several-keys"),
                storeCodes(inspection));
    }

    @Test
    void certificatesAloneAreATrustStoreAndNoMismatch() throws Exception {
        Inspection inspection = inspect(plain(certificate(2), certificate(3), certificate(4)), "");
        assertEquals(3, inspection.contents().size());
        assertEquals(List.of("keystore.no-mac"), storeCodes(inspection));
    }

    @Test
    void aNameThatIsNoBmpStringIsNoNameAndAHostileOneIsMadeHarmless() throws Exception {
        PKCS12SafeBagBuilder odd = key(SampleRequests.pair("secp256r1"));
        odd.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERUTF8String("leaf"));
        assertEquals("Private key", titles(inspect(plain(odd), "")).getFirst());
        String title = titles(inspect(plain(named(key(SampleRequests.pair("secp256r1")), "a\u001B[2J\u202Eb")), ""))
                .getFirst();
        assertTrue(title.codePoints().noneMatch(c -> c == 0x1B || c == 0x202E), title);
    }

    /** RFC 9579, worked out here with the JDK alone. */
    @ParameterizedTest
    @CsvSource({"secret, secret, true", "secret, Secret, false", "'', '', true"})
    void aPbmac1IsHeldAgainstThePassword(String made, String given, boolean right) throws Exception {
        byte[] file = pbmac1(made, 1000);
        Inspection inspection = inspect(file, given);
        assertEquals(right ? 1 : 0, inspection.contents().size(), inspection::toString);
        assertEquals(!right, codes(inspection).contains("keystore.integrity"), inspection::toString);
    }

    @Test
    void aPbmac1WithTooManyRoundsIsNotTried() throws Exception {
        assertEquals(List.of("keystore.rounds"), codes(inspect(pbmac1("x", Integer.MAX_VALUE), "x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000001", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "-1"})
    void aMacWithAnImpossibleCountOfRoundsIsNotTried(String rounds) throws Exception {
        DigestInfo mac =
                new DigestInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.sha1WithRSAEncryption), new byte[20]);
        Pfx store = new Pfx(content(certificate(2)), macData(mac, new BigInteger(rounds)));
        assertEquals(List.of("keystore.rounds"), codes(inspect(store.getEncoded("DER"), "x")));
    }

    @Test
    void aStoreThatIsCutAnywhereIsNeverAccepted() throws Exception {
        byte[] file = pbmac1("secret", 1);
        for (int length = 1; length < file.length; length += 3) {
            Inspection inspection = inspect(Arrays.copyOf(file, length), "secret");
            assertEquals(Verdict.REJECT, inspection.verdict(), "cut at " + length);
        }
    }

    private static byte[] pbmac1(String password, int rounds) throws Exception {
        ContentInfo content = content(certificate(2));
        byte[] bytes = ((DEROctetString) content.getContent()).getOctets();
        byte[] mac = new byte[32];
        if (rounds < 10_000) {
            // PBKDF2 of an empty password is that of a zero, for HMAC fills its key up; the JDK takes no empty one.
            char[] secret = password.isEmpty() ? new char[1] : password.toCharArray();
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(secret, SALT, rounds, 256))
                    .getEncoded();
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac = hmac.doFinal(bytes);
        }
        PBMAC1Params parameters = new PBMAC1Params(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(SALT, rounds, 32, HMAC)),
                HMAC);
        DigestInfo digest = new DigestInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBMAC1, parameters), mac);
        return new Pfx(content, macData(digest, BigInteger.ONE)).getEncoded("DER");
    }

    private static MacData macData(DigestInfo mac, BigInteger rounds) {
        return MacData.getInstance(
                new DERSequence(new ASN1Encodable[] {mac, new DEROctetString(SALT), new ASN1Integer(rounds)}));
    }

    private static ContentInfo content(PKCS12SafeBagBuilder... bags) throws Exception {
        return Pfx.getInstance(plain(bags)).getAuthSafe();
    }

    private static byte[] plain(PKCS12SafeBagBuilder... bags) throws Exception {
        PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
        for (PKCS12SafeBagBuilder bag : bags) {
            builder.addData(bag.build());
        }
        return builder.build(null, new char[0]).getEncoded("DER");
    }

    private static PKCS12SafeBagBuilder key(KeyPair pair) {
        return new PKCS12SafeBagBuilder(
                PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded()));
    }

    private static PKCS12SafeBagBuilder certificate(int serial) throws Exception {
        Certificate made = issuer.certificate(BigInteger.valueOf(serial), untouched -> {});
        return new PKCS12SafeBagBuilder(new X509CertificateHolder(made.encoded()));
    }

    private static PKCS12SafeBagBuilder named(PKCS12SafeBagBuilder bag, String name) {
        return bag.addBagAttribute(PKCS12SafeBag.friendlyNameAttribute, new DERBMPString(name));
    }
}
