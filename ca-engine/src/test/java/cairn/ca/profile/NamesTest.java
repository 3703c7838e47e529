package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.AddressText;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a profile makes of subject alternative names. */
class NamesTest {
    private static final IssuerData ISSUER = Shaping.anyIssuer();

    @ParameterizedTest
    @ValueSource(
            strings = {"a.example", "localhost", "xn--bcher-kva.example", "1a.example", "a-b.example", "*.a.example"})
    void goodDnsNames(String name) {
        assertEquals(Optional.empty(), NameSyntax.dns(name, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                ".a",
                "a.",
                "-a.b",
                "a-.b",
                "a_b.c",
                "a b.c",
                "*",
                "*.com",
                "a.*.b",
                "w*.a.b",
                "**.a.b",
                "10.0.0.1",
                "bücher.example",
                "a/b",
                "a:1"
            })
    void badDnsNames(String name) {
        assertTrue(NameSyntax.dns(name, true).isPresent(), name);
    }

    @Test
    void lengthsOfDnsNamesAreBounded() {
        String label = "a".repeat(63);
        assertTrue(NameSyntax.dns(label + "." + label + "." + label + "." + "a".repeat(61), false)
                .isEmpty());
        assertTrue(NameSyntax.dns(label + "." + label + "." + label + "." + "a".repeat(62), false)
                .isPresent());
        assertTrue(NameSyntax.dns("a".repeat(64) + ".b", false).isPresent());
        assertTrue(NameSyntax.dns("*.a.b", false).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"spiffe://a/b", "spiffe://example.org/ns/prod/sa/web-1", "spiffe://a_b.c-d/A.b_c"})
    void goodSpiffeIds(String id) {
        assertEquals(Optional.empty(), NameSyntax.spiffe(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a/b",
                "spiffe:/a/b",
                "SPIFFE://a/b",
                "spiffe://",
                "spiffe:///b",
                "spiffe://a",
                "spiffe://A/b",
                "spiffe://a:1/b",
                "spiffe://u@a/b",
                "spiffe://a/",
                "spiffe://a/b/",
                "spiffe://a//b",
                "spiffe://a/./b",
                "spiffe://a/../b",
                "spiffe://a/b?q",
                "spiffe://a/b#f",
                "spiffe://a/%62",
                "spiffe://a/b c"
            })
    void badSpiffeIds(String id) {
        assertTrue(NameSyntax.spiffe(id).isPresent(), id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example", "a.b+c@localhost", "o'neil@b.example"})
    void goodMailboxes(String mailbox) {
        assertEquals(Optional.empty(), NameSyntax.email(mailbox));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "@b", "a@", "a@b@c", "a b@c", "\"a\"@b", "ü@b.example", "a@-b"})
    void badMailboxes(String mailbox) {
        assertTrue(NameSyntax.email(mailbox).isPresent(), mailbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ":a", "a:", "1a:b", "http://a b", "http://a/<b>", "http://ü/"})
    void badUris(String uri) {
        assertTrue(NameSyntax.uri(uri).isPresent(), uri);
    }

    @Property(tries = 500)
    void addressesReadBackAsTheyWereWritten(@ForAll @Size(16) byte[] octets, @ForAll boolean zeros)
            throws MalformedException, UnknownHostException {
        if (zeros) {
            java.util.Arrays.fill(octets, 4, 12, (byte) 0);
        }
        String text = AddressText.format(octets);
        org.junit.jupiter.api.Assertions.assertArrayEquals(octets, AddressText.parse(text));
        // A literal is never looked up.
        if (!text.startsWith("::ffff:")) {
            assertEquals(InetAddress.getByAddress(octets), InetAddress.getByName(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "256.1.1.1",
                "01.2.3.4",
                "a.b.c.d",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "::1::",
                "12345::",
                "g::",
                "1:2:3:4:5:6:7:8::",
                "fe80::1%eth0",
                "::1.2.3",
                "1::2:"
            })
    void badAddresses(String text) {
        assertThrows(MalformedException.class, () -> AddressText.parse(text));
    }

    @Test
    void addressesHaveTheirUsualText() throws MalformedException {
        assertEquals("2001:db8::1", AlternativeName.ip("2001:0DB8:0:0:0:0:0:1").text());
        assertEquals("::", AlternativeName.ip("::").text());
        assertEquals("1::", AlternativeName.ip("1:0:0:0:0:0:0:0").text());
        assertEquals("1:0:2::3:0", AlternativeName.ip("1:0:2:0:0:0:3:0").text());
        assertEquals("::ffff:102:304", AlternativeName.ip("::ffff:1.2.3.4").text());
        assertEquals("192.0.2.1", AlternativeName.ip("192.0.2.1").text());
        assertThrows(
                MalformedException.class,
                () -> AlternativeName.of(new GeneralName(GeneralName.iPAddress, new DEROctetString(new byte[5]))));
    }

    @Test
    void theRequestsNamesAreTakenByKindAndOnceEach() throws ProfileRefusal {
        Certificate certificate = sign(
                "\"dns\": {}, \"ip\": {}",
                requesting(
                        new GeneralName(GeneralName.dNSName, "b.example"),
                        new GeneralName(GeneralName.iPAddress, "192.0.2.1"),
                        new GeneralName(GeneralName.dNSName, "a.example"),
                        new GeneralName(GeneralName.dNSName, "b.example")));
        assertEquals("dns:b.example, dns:a.example, ip:192.0.2.1", names(certificate));
    }

    @Test
    void theOperatorsNamesStandInPlaceOfTheRequests() throws ProfileRefusal {
        RequestedContent content = requesting(new GeneralName(GeneralName.dNSName, "b.example"))
                .with(OperatorChoices.none().withNames(List.of(Shaping.dns("c.example"))));
        assertEquals("dns:c.example", names(sign("\"dns\": {}", content)));
        RequestedContent none = content.with(OperatorChoices.none().withNames(List.of()));
        assertEquals("", names(sign("\"dns\": {}", none)));
    }

    @Test
    void kindsWithoutARuleAreRefusedOrLeftOut() throws ProfileRefusal {
        RequestedContent content = requesting(
                new GeneralName(GeneralName.dNSName, "a.example"),
                new GeneralName(GeneralName.rfc822Name, "a@b.example"),
                new GeneralName(GeneralName.registeredID, "1.2.3"));
        ProfileRefusal refused = refused("\"dns\": {}", content);
        assertEquals(List.of("name-unlisted", "name-unlisted"), Shaping.rules(refused));
        Profile dropping =
                Shaping.profile(json("\"dns\": {}").replace("{\"unlisted\": \"refuse\"", "{\"unlisted\": \"drop\""));
        assertEquals("dns:a.example", names(Shaping.sign(dropping, Shaping.under(ISSUER, content), Shaping.ROOT_KEY)));
    }

    @Test
    void tooManyNamesAreRefusedWithoutALookAtEach() {
        List<GeneralName> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(new GeneralName(GeneralName.dNSName, "*bad*" + i));
        }
        ProfileRefusal refused = refused("\"dns\": {}", requesting(many.toArray(new GeneralName[0])));
        assertEquals(List.of("name-count"), Shaping.rules(refused));
        assertTrue(Shaping.message(refused).contains("10000 names; at most 100"), Shaping.message(refused));
    }

    @Test
    void badNamesAreQuoted() {
        ProfileRefusal refused = refused(
                "\"dns\": {\"pattern\": \"[a-z.]+\"}",
                requesting(
                        new GeneralName(GeneralName.dNSName, "a..example"),
                        new GeneralName(GeneralName.dNSName, "a1.example"),
                        new GeneralName(GeneralName.dNSName, "*.example.org")));
        assertEquals(List.of("name-value", "name-value", "name-value"), Shaping.rules(refused));
        assertTrue(Shaping.message(refused).contains("\"a..example\": a label has"), Shaping.message(refused));
        ProfileRefusal hostile = refused(
                "\"dns\": {}", requesting(new GeneralName(GeneralName.dNSName, new DERIA5String("a\u0000.example"))));
        assertTrue(Shaping.message(hostile).contains("a[U+0000].example"), Shaping.message(hostile));
    }

    @Test
    void anExtensionThatIsNoListOfNamesIsRefused() {
        for (String octets :
                List.of("", "0", "0\u0003\u0082\u0009a", "0\u0080", "0\u0002\u00a0\u0000", "0\u0002\u00a4\u0000")) {
            Extensions broken = new Extensions(new Extension(
                    Extension.subjectAlternativeName, false, octets.getBytes(StandardCharsets.ISO_8859_1)));
            RequestedContent content = new RequestedContent(
                    Shaping.name("CN=x"),
                    Shaping.publicKey(Shaping.SUBJECT_KEY),
                    Optional.of(broken),
                    OperatorChoices.none());
            assertEquals(List.of("name-readable"), Shaping.rules(refused("\"dns\": {}", content)));
        }
    }

    @Test
    void aCommonNameThatIsAHostBecomesANameIfTheProfileSaysSo() throws ProfileRefusal {
        String rule = "\"dns\": {\"from-common-name\": true}";
        assertEquals("dns:a.example", names(sign(rule, Shaping.request("CN=a.example"))));
        assertEquals("", names(sign(rule, Shaping.request("CN=Ada Lovelace"))));
        assertEquals("", names(sign("\"dns\": {}", Shaping.request("CN=a.example"))));
    }

    @Test
    void namesThatEveryCertificateGetsMayHaveVariables() throws ProfileRefusal {
        String rule = "\"dns\": {\"values\": [\"${host}.example.org\", \"${more}\"]}";
        RequestedContent content = Shaping.request("CN=x")
                .with(OperatorChoices.none().withVariable("host", "a").withVariable("more", "b.example  c.example"));
        assertEquals("dns:a.example.org, dns:b.example, dns:c.example", names(sign(rule, content)));
        assertEquals(
                List.of("variable-missing", "variable-missing"), Shaping.rules(refused(rule, Shaping.request("CN=x"))));
    }

    @Test
    void aHardwareModuleNameComesFromTheSerialNumber() throws ProfileRefusal {
        String subject = Shaping.COMMON_NAME + ", {\"type\": \"serialNumber\"}";
        String rule =
                ", \"hardware-module\": {\"hardware-type\": \"2.23.133.1.2\", \"from-serial-number\": true, \"max\": 1}";
        Profile profile = Shaping.profile(Shaping.json(subject, rule, Shaping.YEAR, Shaping.SIGNS));
        Certificate certificate =
                Shaping.sign(profile, Shaping.under(ISSUER, Shaping.request("CN=x,2.5.4.5=SN-7")), Shaping.ROOT_KEY);
        assertEquals("hardware-module:2.23.133.1.2:534e2d37", names(certificate));
        AlternativeName other =
                AlternativeName.hardwareModule(new ASN1ObjectIdentifier("2.23.133.1.0"), new byte[] {1});
        RequestedContent content =
                Shaping.request("CN=x").with(OperatorChoices.none().withNames(List.of(other)));
        ProfileRefusal refused =
                assertThrows(ProfileRefusal.class, () -> profile.shape(Shaping.under(ISSUER, content)));
        assertTrue(
                Shaping.message(refused).contains("the hardware type is not 2.23.133.1.2"), Shaping.message(refused));
    }

    @Test
    void theExtensionIsCriticalIfThereIsNoSubject() throws ProfileRefusal {
        RequestedContent content = requesting(new GeneralName(GeneralName.dNSName, "a.example"));
        assertFalse(critical(sign("\"dns\": {}", content)));
        assertTrue(critical(sign("\"critical\": true, \"dns\": {}", content)));
        Certificate nameless = Shaping.sign(
                Shaping.readyMade("short-lived-service"),
                Shaping.under(
                        ISSUER,
                        new RequestedContent(Shaping.name(""), content.key(), content.extensions(), content.choices())),
                Shaping.ROOT_KEY);
        assertTrue(nameless.subject().isEmpty());
        assertTrue(critical(nameless));
    }

    @Test
    void aServiceHasOneSpiffeId() {
        Profile profile = Shaping.readyMade("mtls-service");
        for (List<String> uris :
                List.of(List.<String>of(), List.of("spiffe://a/b", "spiffe://a/c"), List.of("https://a/b"))) {
            List<AlternativeName> names = new ArrayList<>(List.of(Shaping.dns("a.example")));
            uris.forEach(uri -> names.add(Shaping.uri(uri)));
            RequestedContent content =
                    Shaping.request("CN=x").with(OperatorChoices.none().withNames(names));
            ProfileRefusal refused =
                    assertThrows(ProfileRefusal.class, () -> profile.shape(Shaping.under(ISSUER, content)));
            assertEquals("alternative-names.uri", refused.reasons().get(0).field());
        }
    }

    private static boolean critical(Certificate certificate) {
        return certificate
                .holder()
                .getExtension(Extension.subjectAlternativeName)
                .isCritical();
    }

    private static String names(Certificate certificate) {
        Extension extension = certificate.holder().getExtension(Extension.subjectAlternativeName);
        return extension == null ? "" : ExtensionWords.of(extension);
    }

    private static RequestedContent requesting(GeneralName... names) {
        Extension extension =
                new Extension(Extension.subjectAlternativeName, false, DerParts.encode(new GeneralNames(names)));
        return new RequestedContent(
                Shaping.name("CN=x"),
                Shaping.publicKey(Shaping.SUBJECT_KEY),
                Optional.of(new Extensions(extension)),
                OperatorChoices.none());
    }

    private static String json(String names) {
        return Shaping.json(Shaping.COMMON_NAME, ", " + names, Shaping.YEAR, Shaping.SIGNS);
    }

    private static Certificate sign(String names, RequestedContent content) throws ProfileRefusal {
        return Shaping.sign(Shaping.profile(json(names)), Shaping.under(ISSUER, content), Shaping.ROOT_KEY);
    }

    private static ProfileRefusal refused(String names, RequestedContent content) {
        Profile profile = Shaping.profile(json(names));
        return assertThrows(ProfileRefusal.class, () -> profile.shape(Shaping.under(ISSUER, content)));
    }
}
