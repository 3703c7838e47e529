package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.csr.SampleRequests;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Pem;
import cairn.ca.x509.SerialNumber;
import cairn.ca.x509.SubjectPublicKey;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times, serial numbers, names and keys of shaped certificates as OpenSSL reads them. */
final class OpenSslReadingTest {
    private static final String LONG = "\"default\": \"365 days\", \"max\": \"36525 days\"";
    private static IssuerData issuer;

    @BeforeAll
    static void makeAnIssuer() throws ProfileRefusal {
        // Without end, so that it is in nobody's way.
        issuer = Shaping.issuer(Shaping.root("matter-paa", "CN=PAA"));
    }

    private static Certificate make(String subjectRules, RequestedContent content, BigInteger serial)
            throws ProfileRefusal {
        Profile profile = Shaping.profile(Shaping.json(subjectRules, "", LONG, Shaping.SIGNS));
        return Shaping.sign(
                profile, new ShapeRequest(issuer, content, new SerialNumber(serial), Shaping.NOW), Shaping.ROOT_KEY);
    }

    private static String openssl(Certificate certificate, String... options) {
        ExternalTool tool = OpenSsl.require();
        String[] all = new String[options.length + 2];
        all[0] = "x509";
        all[1] = "-noout";
        System.arraycopy(options, 0, all, 2, options.length);
        byte[] pem = Pem.write("CERTIFICATE", certificate.encoded()).getBytes(StandardCharsets.US_ASCII);
        ExternalTool.Result result = tool.runWith(pem, all);
        assertEquals(0, result.status(), result::all);
        return result.text().strip();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:01Z, 'Mar  1 12:00:01 2026 GMT', 17",
        "2049-12-31T23:59:59Z, 'Dec 31 23:59:59 2049 GMT', 17",
        "2050-01-01T00:00:00Z, 'Jan  1 00:00:00 2050 GMT', 18",
        "2050-02-28T00:00:00Z, 'Feb 28 00:00:00 2050 GMT', 18",
        "2096-02-29T23:59:59Z, 'Feb 29 23:59:59 2096 GMT', 18",
        "2100-02-28T00:00:00Z, 'Feb 28 00:00:00 2100 GMT', 18"
    })
    void endsAreReadToTheSecondAndSwitchTheirFormIn2050(Instant end, String text, String tag) throws ProfileRefusal {
        OperatorChoices choice = OperatorChoices.none().withNotAfter(end);
        Certificate certificate =
                make(Shaping.COMMON_NAME, Shaping.request("CN=x").with(choice), BigInteger.ONE);
        assertEquals("notAfter=" + text, openssl(certificate, "-enddate"));
        assertEquals(end, certificate.validity().notAfter());
        assertEquals("notBefore=Mar  1 12:00:00 2026 GMT", openssl(certificate, "-startdate"));
        Object time = certificate.holder().toASN1Structure().getEndDate().toASN1Primitive();
        assertEquals(tag.equals("17"), time instanceof ASN1UTCTime);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01",
                "7f",
                "80",
                "ff",
                "0100",
                "7fffffffffffffffffffffffffffffffffffffff",
                "00ffffffffffffffffffffffffffffffffffff",
                "8000000000000000000000000000000000000" + "0"
            })
    void serialNumbersAreReadToTheLastOctet(String hex) throws ProfileRefusal {
        BigInteger serial = new BigInteger(hex, 16);
        Certificate certificate = make(Shaping.COMMON_NAME, Shaping.request("CN=x"), serial);
        String read = openssl(certificate, "-serial").toLowerCase(Locale.ROOT);
        assertEquals("serial=" + certificate.serialNumber().hex(), read);
        assertEquals(serial, new BigInteger(read.substring(7), 16));
        assertEquals(serial, SerialNumber.ofHex(read.substring(7)).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN=plain | CN=plain",
                "CN=a\\,b | CN=a\\,b",
                "CN=a\\+b | CN=a\\+b",
                "CN=\\#a | CN=\\#a",
                "CN=a\\\\b | CN=a\\\\b",
                "CN=q\\\"q | CN=q\\\"q",
                "CN=l\\<g\\> | CN=l\\<g\\>",
                "CN=s\\;c | CN=s\\;c",
                "CN=J\u00FCrgen | CN=J\u00FCrgen",
                "CN=\u5BC6\u7801 | CN=\u5BC6\u7801"
            })
    void namesAreReadWithTheSameEscapes(String subject, String text) throws Exception {
        Certificate certificate = make(Shaping.COMMON_NAME, Shaping.request(subject), BigInteger.ONE);
        String read = openssl(certificate, "-subject", "-nameopt", "RFC2253,-esc_msb,utf8")
                .substring("subject=".length());
        assertEquals(text, read);
        assertEquals(certificate.subject().commonName(), Shaping.name(read).commonName());
    }

    @Test
    void theOrderOfTheProfileIsTheOrderOfTheName() throws ProfileRefusal {
        String rules = "{\"type\": \"countryName\"}, {\"type\": \"organizationName\"}, " + Shaping.COMMON_NAME
                + ", {\"type\": \"emailAddress\"}";
        Certificate certificate = make(rules, Shaping.request("E=a@b.example,CN=x,C=DE,O=Example"), BigInteger.ONE);
        assertEquals(
                "subject=C=DE,O=Example,CN=x,emailAddress=a@b.example",
                openssl(certificate, "-subject", "-nameopt", "sep_comma_plus"));
    }

    @ParameterizedTest
    @CsvSource({
        "secp256r1, ec-p256, Public-Key: (256 bit)",
        "secp384r1, ec-p384, Public-Key: (384 bit)",
        "secp521r1, ec-p521, Public-Key: (521 bit)",
        "RSA2048, rsa-2048, Public-Key: (2048 bit)",
        "Ed25519, ed25519, ED25519 Public-Key:",
        "ML-DSA-44, ml-dsa-44, 2.16.840.1.101.3.4.3.17",
        "ML-DSA-65, ml-dsa-65, 2.16.840.1.101.3.4.3.18",
        "ML-DSA-87, ml-dsa-87, 2.16.840.1.101.3.4.3.19"
    })
    void everyKindOfKeyIsCertifiedOctetForOctet(String kind, String word, String says) throws Exception {
        SubjectPublicKey key =
                SubjectPublicKey.ofDer(SampleRequests.pair(kind).getPublic().getEncoded());
        String json = Shaping.json(Shaping.COMMON_NAME, "", LONG, Shaping.SIGNS).replace("ec-p256", word);
        RequestedContent content = RequestedContent.of(Shaping.name("CN=x"), key);
        Certificate certificate = Shaping.sign(
                Shaping.profile(json),
                new ShapeRequest(issuer, content, new SerialNumber(BigInteger.ONE), Shaping.NOW),
                Shaping.ROOT_KEY);
        assertEquals(key, certificate.publicKey());
        assertEquals(Optional.of(key.keyIdentifier()), certificate.subjectKeyIdentifier());
        String text = openssl(certificate, "-text");
        boolean byName = text.contains("ML-DSA-" + kind.substring(Math.max(0, kind.length() - 2)));
        assertTrue(text.contains(says) || byName, text);
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        for (String kind : List.of("secp384r1", "Ed25519", "ML-DSA-44", "Ed448")) {
            SubjectPublicKey key =
                    SubjectPublicKey.ofDer(SampleRequests.pair(kind).getPublic().getEncoded());
            Profile profile = Shaping.profile(Shaping.json(Shaping.COMMON_NAME, "", LONG, Shaping.SIGNS));
            ProfileRefusal refusal = assertThrows(
                    ProfileRefusal.class,
                    () -> profile.shape(Shaping.under(issuer, RequestedContent.of(Shaping.name("CN=x"), key))));
            assertEquals(List.of("key-type"), Shaping.rules(refusal));
            assertTrue(Shaping.message(refusal).contains("allowed are EC P-256"), Shaping.message(refusal));
        }
    }
}
