package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Name constraints bind: the JDK refuses names outside them. */
class NameConstraintsTest {
    private static final String SUBJECT = "\"subject\": {\"attributes\": [" + Shaping.COMMON_NAME + "]}";

    private static Certificate root;

    @BeforeAll
    static void authority() throws ProfileRefusal {
        root = Shaping.root("root-ca", "CN=Root");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"permitted\": {\"dns\": [\"example.org\"]} | a.example.org | true",
                "\"permitted\": {\"dns\": [\"example.org\"]} | example.org | true",
                "\"permitted\": {\"dns\": [\"example.org\"]} | a.example.com | false",
                "\"permitted\": {\"dns\": [\"example.org\"]} | badexample.org | false",
                "\"permitted\": {\"dns\": [\"${zone}\"]} | a.zone.example | true",
                "\"permitted\": {\"dns\": [\"${zone}\"]} | a.example.org | false",
                "\"excluded\": {\"dns\": [\"secret.example.org\"]} | a.example.org | true",
                "\"excluded\": {\"dns\": [\"secret.example.org\"]} | a.secret.example.org | false",
                "\"permitted\": {\"ip\": [\"10.0.0.0/8\", \"2001:db8::/32\"]} | ip:10.1.2.3 | true",
                "\"permitted\": {\"ip\": [\"10.0.0.0/8\", \"2001:db8::/32\"]} | ip:2001:db8::7 | true",
                "\"permitted\": {\"ip\": [\"10.0.0.0/8\", \"2001:db8::/32\"]} | ip:11.1.2.3 | false",
                "\"permitted\": {\"ip\": [\"10.0.0.0/8\", \"2001:db8::/32\"]} | ip:2001:db9::7 | false",
                "\"permitted\": {\"email\": [\"example.org\"]} | email:a@example.org | true",
                "\"permitted\": {\"email\": [\"example.org\"]} | email:a@example.com | false",
                "\"permitted\": {\"uri\": [\".example.org\"]} | uri:https://a.example.org/ | true",
                "\"permitted\": {\"uri\": [\".example.org\"]} | uri:https://a.example.com/ | false",
                "\"permitted\": {\"directory\": [\"O=Example\"]} | a.example.org | false"
            })
    void namesOutsideAreRefusedByTheJdk(String constraints, String name, boolean accepted) throws Exception {
        Profile authority = Shaping.profile("""
                {"cairn-profile": 1, "name": "limited", "kind": "subordinate-authority", "keys": ["ec-p256"], %s,
                 "validity": {"default": "30 days", "max": "30 days"},
                 "extensions": {"path-length": {"default": 0}, "key-usage": ["keyCertSign"],
                                "name-constraints": {%s}}}
                """.formatted(SUBJECT, constraints));
        RequestedContent content = RequestedContent.of(
                        Shaping.name("CN=Limited"), Shaping.publicKey(Shaping.ISSUING_KEY))
                .with(OperatorChoices.none().withVariable("zone", "zone.example other.example"));
        Certificate issuing = Shaping.sign(authority, Shaping.under(Shaping.issuer(root), content), Shaping.ROOT_KEY);
        assertTrue(issuing.holder().getExtension(Extension.nameConstraints).isCritical());
        Profile anything = Shaping.profile(Shaping.json(
                Shaping.COMMON_NAME,
                ", \"dns\": {}, \"ip\": {}, \"uri\": {}, \"email\": {}",
                "\"default\": \"1 day\", \"max\": \"1 day\"",
                Shaping.SIGNS));
        RequestedContent leaf =
                Shaping.request("CN=x").with(OperatorChoices.none().withNames(List.of(alternative(name))));
        Certificate certificate =
                Shaping.sign(anything, Shaping.under(Shaping.issuer(issuing), leaf), Shaping.ISSUING_KEY);
        if (accepted) {
            assertDoesNotThrow(() -> validate(issuing, certificate));
        } else {
            assertThrows(CertPathValidatorException.class, () -> validate(issuing, certificate));
        }
    }

    @Test
    void networksBecomeAddressAndMask() throws MalformedException {
        assertEquals("0a000000ff000000", octets("10.0.0.0/8"));
        assertEquals("0000000000000000", octets("0.0.0.0/0"));
        assertEquals("c0a80180ffffff80", octets("192.168.1.128/25"));
        assertEquals("7f000001ffffffff", octets("127.0.0.1/32"));
        assertEquals("20010db8" + "0".repeat(24) + "ffffffff" + "0".repeat(24), octets("2001:db8::/32"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.1/8",
                "x/8",
                "::/129",
                "10.0.0.0/08x"
            })
    void whatIsNoNetworkIsRefused(String text) {
        assertThrows(MalformedException.class, () -> NameConstraintRules.name(NameConstraintRules.Form.IP, text));
    }

    @ParameterizedTest
    @CsvSource({
        "DNS,*.example.org",
        "DNS,a b",
        "DNS,.example.org",
        "EMAIL,a@",
        "URI,https://a.example/",
        "DIRECTORY,no name"
    })
    void whatIsNoNameOfItsFormIsRefused(NameConstraintRules.Form form, String text) {
        assertThrows(MalformedException.class, () -> NameConstraintRules.name(form, text));
    }

    private static String octets(String network) throws MalformedException {
        return java.util.HexFormat.of()
                .formatHex(ASN1OctetString.getInstance(NameConstraintRules.name(NameConstraintRules.Form.IP, network)
                                .getName())
                        .getOctets());
    }

    private static AlternativeName alternative(String text) throws MalformedException {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        return switch (colon < 0 ? "dns" : text.substring(0, colon)) {
            case "ip" -> AlternativeName.ip(rest);
            case "email" -> AlternativeName.email(rest);
            case "uri" -> AlternativeName.uri(rest);
            default -> AlternativeName.dns(rest);
        };
    }

    private static void validate(Certificate issuing, Certificate leaf) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(jdk(factory, root), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(Shaping.NOW.plusSeconds(60)));
        CertPathValidator.getInstance("PKIX")
                .validate(factory.generateCertPath(List.of(jdk(factory, leaf), jdk(factory, issuing))), parameters);
    }

    private static X509Certificate jdk(CertificateFactory factory, Certificate certificate)
            throws GeneralSecurityException {
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate.encoded()));
    }
}
