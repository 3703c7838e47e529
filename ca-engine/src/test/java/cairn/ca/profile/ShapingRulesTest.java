package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.SignatureAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** What a profile makes of subjects, keys and extensions. */
class ShapingRulesTest {
    private static final IssuerData ISSUER = Shaping.anyIssuer();

    @Test
    void shapingIsAPureFunction() throws ProfileRefusal {
        ShapeRequest request = Shaping.under(ISSUER, Shaping.request("CN=a.example.org,O=Example"));
        Profile profile = Shaping.readyMade("tls-server");
        assertEquals(
                profile.shape(request).encoded(),
                Shaping.readyMade("tls-server").shape(request).encoded());
        assertEquals(request.serial(), profile.shape(request).serialNumber());
    }

    @Test
    void theSubjectStandsInTheOrderOfTheProfileInTheRightStringTypes() throws ProfileRefusal {
        String attributes = "{\"type\": \"countryName\"}, {\"type\": \"serialNumber\"}, {\"type\": \"emailAddress\"}, "
                + "{\"type\": \"domainComponent\", \"max\": 2}, " + Shaping.COMMON_NAME;
        Certificate certificate = shape(attributes, "", "CN=Größe,C=DE,2.5.4.5=42,E=a@b.example,DC=example,DC=org");
        assertEquals(
                List.of(BCStyle.C, BCStyle.SERIALNUMBER, BCStyle.EmailAddress, BCStyle.DC, BCStyle.DC, BCStyle.CN),
                types(certificate.subject()));
        assertTrue(value(certificate, BCStyle.C) instanceof DERPrintableString);
        assertTrue(value(certificate, BCStyle.SERIALNUMBER) instanceof DERPrintableString);
        assertTrue(value(certificate, BCStyle.EmailAddress) instanceof DERIA5String);
        assertTrue(value(certificate, BCStyle.DC) instanceof DERIA5String);
        assertTrue(value(certificate, BCStyle.CN) instanceof DERUTF8String);
        assertEquals("Größe", certificate.subject().commonName().orElseThrow());
    }

    @Test
    void aFixedValueStandsInPlaceOfTheRequests() throws ProfileRefusal {
        String attributes = Shaping.COMMON_NAME + ", {\"type\": \"organizationName\", \"value\": \"Example\"}";
        assertEquals(
                "commonName=x,organizationName=Example",
                Shaping.text(shape(attributes, "", "CN=x,O=Evil").subject()));
        assertEquals(
                "commonName=x,organizationName=Example",
                Shaping.text(shape(attributes, "", "CN=x").subject()));
    }

    @Test
    void aDefaultIsUsedOnlyIfNothingWasAskedFor() throws ProfileRefusal {
        String attributes = Shaping.COMMON_NAME + ", {\"type\": \"organizationName\", \"default\": \"Example\"}";
        assertEquals(
                "commonName=x,organizationName=Other",
                Shaping.text(shape(attributes, "", "CN=x,O=Other").subject()));
        assertEquals(
                "commonName=x,organizationName=Example",
                Shaping.text(shape(attributes, "", "CN=x").subject()));
    }

    @Test
    void variablesComeWithTheRequestAndAreNamedIfMissing() throws ProfileRefusal {
        Profile profile = endEntity("{\"type\": \"commonName\", \"min\": 1, \"value\": \"dev-${serial}\"}", "");
        RequestedContent content = Shaping.request("CN=ignored");
        RequestedContent given = content.with(OperatorChoices.none().withVariable("serial", "0042"));
        assertEquals("commonName=dev-0042", Shaping.text(sign(profile, given).subject()));
        ProfileRefusal refused = refused(profile, content);
        assertEquals(List.of("attribute-required"), Shaping.rules(refused));
        assertTrue(Shaping.message(refused).contains("give the variable serial"), Shaping.message(refused));
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        Profile profile = endEntity(
                "{\"type\": \"commonName\", \"min\": 1, \"pattern\": \"dev-\\\\d+\"}, {\"type\": \"countryName\", \"min\": 1}, "
                        + "{\"type\": \"organizationName\", \"max-length\": 3}",
                "");
        ProfileRefusal refused = refused(profile, Shaping.request("CN=other,O=Example,OU=x,L=y"));
        assertEquals(
                List.of(
                        "attribute-value",
                        "attribute-required",
                        "attribute-value",
                        "attribute-unlisted",
                        "attribute-unlisted"),
                Shaping.rules(refused));
        assertEquals("subject.commonName", refused.reasons().get(0).field());
        assertTrue(Shaping.message(refused).startsWith("profile test: "), Shaping.message(refused));
    }

    @Test
    void valuesThatAreNoPlainTextAreRefusedAndShownSafely() {
        Profile profile = endEntity(Shaping.COMMON_NAME, "");
        for (String value : List.of("a\u0000b", "a\nb", "a\u202Eb", "a\u200Bb", "x".repeat(65))) {
            X500Name name = new X500NameBuilder()
                    .addRDN(BCStyle.CN, new DERUTF8String(value))
                    .build();
            ProfileRefusal refused = refused(
                    profile, RequestedContent.of(DistinguishedName.of(name), Shaping.publicKey(Shaping.SUBJECT_KEY)));
            assertEquals(List.of("attribute-value"), Shaping.rules(refused));
            assertTrue(refused.reasons().get(0).words().codePoints().noneMatch(cairn.ca.x509.PlainText::isUnsafe));
        }
    }

    @Test
    void aCountryIsTwoCapitalLetters() {
        Profile profile = endEntity(Shaping.COMMON_NAME + ", {\"type\": \"countryName\"}", "");
        for (String country : List.of("de", "DEU", "D1", "D")) {
            X500Name name = new X500NameBuilder()
                    .addRDN(BCStyle.CN, new DERUTF8String("x"))
                    .addRDN(BCStyle.C, new DERPrintableString(country))
                    .build();
            ProfileRefusal refused = refused(
                    profile, RequestedContent.of(DistinguishedName.of(name), Shaping.publicKey(Shaping.SUBJECT_KEY)));
            assertEquals(List.of("attribute-value"), Shaping.rules(refused));
        }
    }

    @Test
    void aValueThatIsNoStringIsNotTakenForText() {
        X500Name odd = new X500Name(new RDN[] {new RDN(BCStyle.CN, new DERBitString(new byte[] {1}))});
        Profile profile = endEntity("{\"type\": \"commonName\", \"min\": 1, \"pattern\": \"[a-z]+\"}", "");
        ProfileRefusal refused = refused(
                profile, RequestedContent.of(DistinguishedName.of(odd), Shaping.publicKey(Shaping.SUBJECT_KEY)));
        assertTrue(Shaping.message(refused).contains("#0302"), Shaping.message(refused));
    }

    @Test
    void keysAndAlgorithmsAreBound() {
        RequestedContent p384 = RequestedContent.of(Shaping.name("CN=x"), Shaping.publicKey(Shaping.ec("secp384r1")));
        ProfileRefusal key = refused(endEntity(Shaping.COMMON_NAME, ""), p384);
        assertEquals(
                "key: the key is EC P-384; allowed are EC P-256",
                key.reasons().get(0).toString());
        IssuerData sha512 = new IssuerData(
                ISSUER.subject(),
                ISSUER.keyId(),
                ISSUER.validity(),
                SignatureAlgorithm.ECDSA_SHA512,
                72,
                ISSUER.certificate());
        RequestedContent dac = Shaping.request("CN=x,1.3.6.1.4.1.37244.2.1=FFF1,1.3.6.1.4.1.37244.2.2=8000");
        Profile matter = Shaping.readyMade("matter-dac");
        ProfileRefusal algorithm = assertThrows(ProfileRefusal.class, () -> matter.shape(Shaping.under(sha512, dac)));
        assertEquals(List.of("signature-algorithm"), Shaping.rules(algorithm));
        assertEquals(
                List.of("signature-algorithm"),
                matter.conflicts(sha512, Shaping.NOW).stream()
                        .map(ProfileRefusal.Reason::rule)
                        .toList());
        assertTrue(matter.conflicts(ISSUER, Shaping.NOW).isEmpty());
    }

    @Test
    void requestedExtensionsAreNeverCopiedUnlessTheProfileSaysSo() throws Exception {
        ExtensionsGenerator asked = new ExtensionsGenerator();
        asked.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        asked.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        ASN1ObjectIdentifier mine = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.7");
        asked.addExtension(mine, true, new DERUTF8String("mine"));
        RequestedContent content = new RequestedContent(
                Shaping.name("CN=x"),
                Shaping.publicKey(Shaping.SUBJECT_KEY),
                Optional.of(asked.generate()),
                OperatorChoices.none());
        Certificate plain = sign(endEntity(Shaping.COMMON_NAME, ""), content);
        assertFalse(plain.isAuthority());
        assertTrue(plain.extension(mine).isEmpty());
        Certificate copied = sign(endEntity(Shaping.COMMON_NAME, ", \"copy\": [\"" + mine + "\", \"1.2.3\"]"), content);
        assertTrue(copied.holder().getExtension(mine).isCritical());
        assertEquals(new DERUTF8String("mine"), copied.extension(mine).orElseThrow());
        assertFalse(copied.isAuthority());
        assertTrue(copied.extension(new ASN1ObjectIdentifier("1.2.3")).isEmpty());
    }

    @Test
    void aCopiedExtensionHasToBeDer() {
        ASN1ObjectIdentifier mine = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.7");
        Extensions broken = new Extensions(new Extension(mine, false, new byte[] {0x30, 5, 1}));
        RequestedContent content = new RequestedContent(
                Shaping.name("CN=x"),
                Shaping.publicKey(Shaping.SUBJECT_KEY),
                Optional.of(broken),
                OperatorChoices.none());
        Profile profile = endEntity(Shaping.COMMON_NAME, ", \"copy\": [\"" + mine + "\"]");
        assertEquals(List.of("copied-extension"), Shaping.rules(refused(profile, content)));
    }

    @Test
    void customExtensionsAndPoliciesAreTheSameInEveryCertificate() throws ProfileRefusal {
        Certificate certificate = shape(
                Shaping.COMMON_NAME,
                ", \"custom\": [{\"oid\": \"1.3.6.1.4.1.99999.8\", \"critical\": true, \"der\": \"DAJoaQ==\"}],"
                        + " \"certificate-policies\": {\"policies\": [{\"oid\": \"2.999.1\","
                        + " \"statement\": \"https://pki.example.org/cps\"}, {\"oid\": \"2.999.2\"}]}",
                "CN=x");
        ASN1ObjectIdentifier custom = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.8");
        assertEquals(new DERUTF8String("hi"), certificate.extension(custom).orElseThrow());
        assertTrue(certificate.holder().getExtension(custom).isCritical());
        Extension policies = certificate.holder().getExtension(Extension.certificatePolicies);
        assertEquals("2.999.1, 2.999.2", ExtensionWords.of(policies));
        assertTrue(new String(policies.getExtnValue().getOctets(), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains("https://pki.example.org/cps"));
    }

    @Test
    void theSizeCountsTheSignature() throws ProfileRefusal {
        int size = sign(endEntity(Shaping.COMMON_NAME, ""), Shaping.request("CN=x"))
                .encoded()
                .length;
        String json = Shaping.json(Shaping.COMMON_NAME, "", Shaping.YEAR, Shaping.SIGNS);
        String roomy = json.replace("\"kind\"", "\"max-size\": " + (size + 3) + ", \"kind\"");
        assertTrue(Shaping.profile(roomy)
                        .shape(Shaping.under(ISSUER, Shaping.request("CN=x")))
                        .encoded()
                        .size()
                < size);
        String tight = json.replace("\"kind\"", "\"max-size\": " + (size - 3) + ", \"kind\"");
        assertEquals(List.of("max-size"), Shaping.rules(refused(Shaping.profile(tight), Shaping.request("CN=x"))));
    }

    @Test
    void choicesAreCopiesAndKeepWhatTheyDoNotReplace() {
        OperatorChoices choices = OperatorChoices.none()
                .withVariable("a", "1")
                .withVariable("b", "2")
                .withSubject(Shaping.name("CN=x"))
                .withNames(List.of(Shaping.dns("a.example")))
                .withPathLength(1)
                .withLifetime(java.time.Duration.ofDays(1));
        assertEquals(Map.of("a", "1", "b", "2"), choices.variables());
        assertEquals(Optional.of(1), choices.pathLength());
        assertEquals(1, choices.names().orElseThrow().size());
        assertTrue(choices.withNotAfter(Shaping.NOW).validity().lifetime().isEmpty());
    }

    private static Profile endEntity(String attributes, String extensions) {
        return Shaping.profile(Shaping.json(attributes, "", Shaping.YEAR, Shaping.SIGNS + extensions));
    }

    private static Certificate shape(String attributes, String extensions, String subject) throws ProfileRefusal {
        return sign(endEntity(attributes, extensions), Shaping.request(subject));
    }

    private static Certificate sign(Profile profile, RequestedContent content) throws ProfileRefusal {
        return Shaping.sign(profile, Shaping.under(ISSUER, content), Shaping.ROOT_KEY);
    }

    private static ProfileRefusal refused(Profile profile, RequestedContent content) {
        return assertThrows(ProfileRefusal.class, () -> profile.shape(Shaping.under(ISSUER, content)));
    }

    private static List<ASN1ObjectIdentifier> types(DistinguishedName name) {
        return java.util.Arrays.stream(name.name().getRDNs())
                .map(rdn -> rdn.getFirst().getType())
                .toList();
    }

    private static ASN1Primitive value(Certificate certificate, ASN1ObjectIdentifier type) {
        return certificate
                .subject()
                .name()
                .getRDNs(type)[0]
                .getFirst()
                .getValue()
                .toASN1Primitive();
    }
}
