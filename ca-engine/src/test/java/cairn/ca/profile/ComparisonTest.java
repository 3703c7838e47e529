package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.profile.Comparison.Change;
import cairn.ca.profile.Comparison.Line;
import cairn.ca.x509.PlainText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** What a request asks for is shown beside what it would become. */
class ComparisonTest {
    private static final IssuerData ISSUER = Shaping.anyIssuer();

    @Test
    void everyFieldSaysWhatBecomesOfIt() throws IOException {
        ExtensionsGenerator asked = new ExtensionsGenerator();
        asked.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        asked.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        asked.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, "a.example")));
        asked.addExtension(new ASN1ObjectIdentifier("1.2.3.4"), true, new DERUTF8String("x"));
        Comparison comparison = compare("tls-server", "CN=a.example,E=a@b.example", asked, OperatorChoices.none());
        assertTrue(comparison.isAccepted());
        assertEquals(
                new Line("subject.commonName", "a.example", "a.example", Change.SAME, "as requested"),
                line(comparison, "subject.commonName"));
        assertEquals(Change.DROPPED, line(comparison, "subject.emailAddress").change());
        assertEquals(
                "profile tls-server does not take it over",
                line(comparison, "subject.emailAddress").why());
        Line constraints = line(comparison, "extensions.basicConstraints");
        assertEquals("critical: authority", constraints.requested());
        assertEquals("critical: no authority", constraints.result());
        assertEquals(Change.CHANGED, constraints.change());
        assertEquals("set by profile tls-server", constraints.why());
        assertEquals(Change.SAME, line(comparison, "extensions.keyUsage").change());
        assertEquals(Change.SAME, line(comparison, "extensions.subjectAltName").change());
        assertEquals(
                "dns:a.example", line(comparison, "extensions.subjectAltName").result());
        assertEquals(Change.DROPPED, line(comparison, "extensions.1.2.3.4").change());
        assertTrue(line(comparison, "extensions.1.2.3.4").requested().startsWith("critical: 3 octets 0c0178"));
        assertEquals(Change.ADDED, line(comparison, "extensions.extKeyUsage").change());
        assertEquals("serverAuth", line(comparison, "extensions.extKeyUsage").result());
        assertEquals(
                "2027-04-03T11:59:59Z (398 days)",
                line(comparison, "validity.notAfter").result());
        assertEquals(Change.SAME, line(comparison, "key").change());
    }

    @Test
    void whatTheOperatorGivesIsNamed() {
        OperatorChoices choices = OperatorChoices.none()
                .withSubject(Shaping.name("CN=operator.example"))
                .withNames(List.of(Shaping.dns("operator.example")))
                .withLifetime(java.time.Duration.ofDays(3));
        Comparison comparison = compare("tls-server", "CN=a.example", new ExtensionsGenerator(), choices);
        assertEquals(
                "given by the operator", line(comparison, "subject.commonName").why());
        assertEquals(
                "given by the operator",
                line(comparison, "extensions.subjectAltName").why());
        assertEquals(
                "chosen by the operator", line(comparison, "validity.notAfter").why());
        assertEquals(Change.SAME, line(comparison, "validity.notAfter").change());
    }

    @Test
    void aCertificateThatEndsWithItsIssuerSaysSo() {
        IssuerData ending = new IssuerData(
                ISSUER.subject(),
                ISSUER.keyId(),
                new cairn.ca.x509.Validity(Shaping.NOW, Shaping.NOW.plusSeconds(86_399)),
                ISSUER.algorithm(),
                72,
                Optional.empty());
        Comparison comparison =
                Shaping.readyMade("code-signing").compare(Shaping.under(ending, Shaping.request("CN=x")));
        assertEquals(
                "the issuer ends then", line(comparison, "validity.notAfter").why());
        assertEquals(
                "2026-03-02T11:59:59Z (1 day)",
                line(comparison, "validity.notAfter").result());
    }

    @Test
    void aRefusalIsShownAndNotThrown() {
        Comparison comparison =
                compare("iot-device", "CN=bad name!", new ExtensionsGenerator(), OperatorChoices.none());
        assertFalse(comparison.isAccepted());
        Line name = line(comparison, "subject.commonName");
        assertEquals(Change.REFUSED, name.change());
        assertTrue(name.why().contains("does not match the profile's pattern"), name.why());
        assertEquals("attribute-value", comparison.reasons().get(0).rule());
        Comparison nothing = compare("tls-server", "", new ExtensionsGenerator(), OperatorChoices.none());
        assertEquals("the subject stays empty", line(nothing, "subject").why());
        assertEquals("name-required", nothing.reasons().get(0).rule());
    }

    @Test
    void anExtensionThatCannotBeCopiedIsRefusedUnderItsName() throws IOException {
        ASN1ObjectIdentifier feature = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");
        ExtensionsGenerator asked = new ExtensionsGenerator();
        asked.addExtension(feature, false, new byte[] {0x30, 5, 1});
        RequestedContent content = new RequestedContent(
                Shaping.name("CN=x"),
                Shaping.publicKey(Shaping.SUBJECT_KEY),
                Optional.of(asked.generate()),
                OperatorChoices.none());
        Comparison comparison = Shaping.profile(Shaping.json(
                        Shaping.COMMON_NAME, "", Shaping.YEAR, Shaping.SIGNS + ", \"copy\": [\"" + feature + "\"]"))
                .compare(Shaping.under(ISSUER, content));
        Line line = line(comparison, "extensions.tlsFeature");
        assertEquals(Change.REFUSED, line.change());
        assertTrue(line.why().startsWith("the request's value is not DER"), line.why());
    }

    @Test
    void hostileExtensionsAreShownAsOctets() throws IOException {
        ExtensionsGenerator asked = new ExtensionsGenerator();
        for (ASN1ObjectIdentifier oid : List.of(
                Extension.basicConstraints,
                Extension.keyUsage,
                Extension.extendedKeyUsage,
                Extension.subjectKeyIdentifier,
                Extension.authorityKeyIdentifier,
                Extension.certificatePolicies,
                Extension.cRLDistributionPoints,
                Extension.authorityInfoAccess,
                Extension.nameConstraints)) {
            asked.addExtension(oid, false, new byte[] {0x30, 0x03, 0x0C, 0x05});
        }
        asked.addExtension(Extension.subjectAlternativeName, false, new byte[200]);
        Comparison comparison = compare("code-signing", "CN=x", asked, OperatorChoices.none());
        assertEquals(
                "cannot be read: 4 octets 30030c05",
                line(comparison, "extensions.basicConstraints").requested());
        String names = line(comparison, "extensions.subjectAltName").requested();
        assertTrue(names.startsWith("cannot be read: 200 octets 00") && names.endsWith("..."), names);
    }

    @Test
    void linesAreSafeForATerminal() {
        Comparison comparison = compare(
                "code-signing", "CN=a\u001b[2Jb,OU=x\u202Ey", new ExtensionsGenerator(), OperatorChoices.none());
        comparison
                .lines()
                .forEach(line -> assertTrue(
                        (line.requested() + line.result() + line.why())
                                .codePoints()
                                .noneMatch(PlainText::isUnsafe),
                        line.toString()));
    }

    private static Line line(Comparison comparison, String field) {
        List<Line> found =
                comparison.lines().stream().filter(l -> l.field().equals(field)).toList();
        assertEquals(1, found.size(), field + " in " + comparison.lines());
        return found.get(0);
    }

    private static Comparison compare(
            String profile, String subject, ExtensionsGenerator asked, OperatorChoices choices) {
        RequestedContent content = new RequestedContent(
                Shaping.name(subject),
                Shaping.publicKey(Shaping.SUBJECT_KEY),
                asked.isEmpty() ? Optional.empty() : Optional.of(asked.generate()),
                choices);
        return Shaping.readyMade(profile).compare(Shaping.under(ISSUER, content));
    }
}
