package cairn.ca.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;

/** What a profile makes of authorities, and of the addresses that they leave in certificates. */
class AuthorityShapingTest {
    private static final IssuerData ISSUER = Shaping.anyIssuer();

    @Test
    void theSubjectOfAnAuthorityKeepsItsBytesIfNothingChanges() throws ProfileRefusal {
        X500Name printable = new X500NameBuilder()
                .addRDN(BCStyle.O, new DERPrintableString("Example"))
                .addRDN(BCStyle.CN, new DERPrintableString("Old CA"))
                .build();
        DistinguishedName old = DistinguishedName.of(printable);
        RequestedContent content = RequestedContent.of(old, Shaping.publicKey(Shaping.ISSUING_KEY));
        Certificate cross = sign(Shaping.readyMade("issuing-ca"), content);
        assertArrayEquals(old.encoded(), cross.subject().encoded());
        Certificate leaf = sign(Shaping.readyMade("code-signing"), content);
        assertNotEquals(old, leaf.subject());
        assertEquals("organizationName=Example,commonName=Old CA", Shaping.text(leaf.subject()));
    }

    @Test
    void anAuthorityBelowOneWithPathLengthZeroIsRefused() throws ProfileRefusal {
        Certificate issuing = sign(Shaping.readyMade("issuing-ca"), content("CN=Issuing"));
        ProfileRefusal refused = assertThrows(
                ProfileRefusal.class,
                () -> Shaping.readyMade("issuing-ca")
                        .shape(Shaping.under(Shaping.issuer(issuing), content("CN=Below"))));
        assertEquals(List.of("issuer-path-length"), Shaping.rules(refused));
        RequestedContent two = content("CN=Two").with(OperatorChoices.none().withPathLength(2));
        Certificate policy = sign(Shaping.readyMade("issuing-ca"), two);
        Certificate below = Shaping.sign(
                Shaping.readyMade("issuing-ca"),
                Shaping.under(
                        Shaping.issuer(policy),
                        content("CN=Below").with(OperatorChoices.none().withPathLength(1))),
                Shaping.ISSUING_KEY);
        assertTrue(below.isAuthority());
        assertEquals(
                List.of("issuer-path-length"),
                Shaping.rules(assertThrows(
                        ProfileRefusal.class,
                        () -> Shaping.readyMade("issuing-ca").shape(Shaping.under(Shaping.issuer(policy), two)))));
        assertEquals(
                List.of("path-length"),
                Shaping.rules(refused(
                        Shaping.readyMade("issuing-ca"),
                        content("CN=x").with(OperatorChoices.none().withPathLength(4)))));
        assertEquals(
                List.of("path-length"),
                Shaping.rules(refused(
                        Shaping.readyMade("code-signing"),
                        content("CN=x").with(OperatorChoices.none().withPathLength(0)))));
    }

    @Test
    void nameConstraintsComeFromVariablesOrStayAway() throws ProfileRefusal {
        assertTrue(sign(Shaping.readyMade("issuing-ca"), content("CN=x"))
                .extension(Extension.nameConstraints)
                .isEmpty());
        OperatorChoices limited = OperatorChoices.none()
                .withVariable("permitted-dns", "example.org example.com")
                .withVariable("permitted-ip", "10.0.0.0/8");
        Certificate certificate =
                sign(Shaping.readyMade("issuing-ca"), content("CN=x").with(limited));
        Extension constraints = certificate.holder().getExtension(Extension.nameConstraints);
        assertTrue(constraints.isCritical());
        String hex = HexFormat.of().formatHex(constraints.getExtnValue().getOctets());
        assertTrue(hex.contains("820b" + hex("example.org")) && hex.contains("820b" + hex("example.com")), hex);
        assertTrue(hex.contains("87080a000000ff000000"), hex);
        ProfileRefusal refused = refused(
                Shaping.readyMade("issuing-ca"),
                content("CN=x").with(OperatorChoices.none().withVariable("permitted-ip", "10.0.0.1/8")));
        assertEquals(
                "extensions.name-constraints.permitted.ip",
                refused.reasons().get(0).field());
    }

    @Test
    void addressesAreCheckedAfterTheirVariablesAreKnown() throws ProfileRefusal {
        OperatorChoices choices = OperatorChoices.none()
                .withVariable("crl-url", "http://a.example/1.crl http://b.example/1.crl")
                .withVariable("issuer-url", "http://a.example/ca.cer");
        Certificate certificate =
                sign(Shaping.readyMade("code-signing"), content("CN=x").with(choices));
        String text = ExtensionWords.of(certificate.holder().getExtension(Extension.cRLDistributionPoints));
        assertTrue(text.contains("http://a.example/1.crl") && text.contains("http://b.example/1.crl"), text);
        assertEquals(
                "1.3.6.1.5.5.7.48.2 http://a.example/ca.cer",
                ExtensionWords.of(certificate.holder().getExtension(Extension.authorityInfoAccess)));
        for (String bad : List.of("no-scheme", "http://a b", "http://ü.example/", "")) {
            ProfileRefusal refused = refused(
                    Shaping.readyMade("code-signing"),
                    content("CN=x").with(OperatorChoices.none().withVariable("crl-url", bad)));
            assertTrue(Shaping.rules(refused).contains("address"), bad);
        }
    }

    @Test
    void aRootProfileSignsOnlyItsOwnKey() {
        Profile root = Shaping.readyMade("root-ca");
        assertTrue(root.isSelfSigned());
        assertEquals(List.of("self-signed"), Shaping.rules(refused(root, Shaping.request("CN=x"))));
        assertEquals("self-signed", root.conflicts(ISSUER, Shaping.NOW).get(0).rule());
        IssuerData nobody =
                IssuerData.selfSigned(Shaping.publicKey(Shaping.SUBJECT_KEY), SignatureAlgorithm.ECDSA_SHA256);
        ProfileRefusal refused = assertThrows(
                ProfileRefusal.class,
                () -> Shaping.readyMade("code-signing").shape(Shaping.under(nobody, Shaping.request("CN=x"))));
        assertEquals(List.of("issuer-name"), Shaping.rules(refused));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static RequestedContent content(String subject) {
        return RequestedContent.of(Shaping.name(subject), Shaping.publicKey(Shaping.ISSUING_KEY));
    }

    private static Certificate sign(Profile profile, RequestedContent content) throws ProfileRefusal {
        return Shaping.sign(profile, Shaping.under(ISSUER, content), Shaping.ROOT_KEY);
    }

    private static ProfileRefusal refused(Profile profile, RequestedContent content) {
        return assertThrows(ProfileRefusal.class, () -> profile.shape(Shaping.under(ISSUER, content)));
    }
}
