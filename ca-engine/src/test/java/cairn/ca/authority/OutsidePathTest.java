package cairn.ca.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.engine.TestKeys;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.KeyType;
import cairn.testkit.ExternalTool;
import cairn.testkit.OpenSsl;
import cairn.testkit.SeededRandom;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good and bad paths above our authority; OpenSSL and the JDK are asked the same. Policies have their own table. */
final class OutsidePathTest {
    private static final KeyPair KEY = TestKeys.generate(KeyType.EC_P256, SeededRandom.of(61));
    private static final KeyPair OTHER = TestKeys.generate(KeyType.EC_P256, SeededRandom.of(62));
    private static final ASN1ObjectIdentifier STRANGE = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    /** Who else refuses what Cairn refuses. */
    enum Others {
        AGREE,
        /** Cairn demands more of the new certificate than the RFC of a path. */
        ACCEPT
    }

    /**
     * One path.
     *
     * @param rule the rule that refuses it; empty for a good one
     * @param bend what is unlike the plain path
     */
    record Case(String what, String rule, Others others, Consumer<OutsidePath> bend) {
        OutsidePath path() {
            OutsidePath path = new OutsidePath(KEY, OTHER);
            bend.accept(path);
            return path;
        }

        @Override
        public String toString() {
            return what;
        }
    }

    private static Case good(String what, Consumer<OutsidePath> bend) {
        return new Case(what, "", Others.AGREE, bend);
    }

    private static Case bad(String rule, String what, Consumer<OutsidePath> bend) {
        return new Case(what, rule, Others.AGREE, bend);
    }

    private static GeneralName directory(String text) {
        return new GeneralName(new X500Name(text));
    }

    private static GeneralName dns(String text) {
        return new GeneralName(GeneralName.dNSName, text);
    }

    private static GeneralName mail(String text) {
        return new GeneralName(GeneralName.rfc822Name, text);
    }

    private static void permit(OutsidePath.Link link, GeneralName... names) {
        link.with(Extension.nameConstraints, true, new NameConstraints(subtrees(names), null));
    }

    private static void exclude(OutsidePath.Link link, GeneralName... names) {
        link.with(Extension.nameConstraints, true, new NameConstraints(null, subtrees(names)));
    }

    private static GeneralSubtree[] subtrees(GeneralName... names) {
        return Stream.of(names).map(GeneralSubtree::new).toArray(GeneralSubtree[]::new);
    }

    private static void alternative(OutsidePath.Link link, GeneralName name) {
        link.with(Extension.subjectAlternativeName, false, new GeneralNames(name));
    }

    static Stream<Case> cases() {
        return Stream.concat(plain(), names());
    }

    private static Stream<Case> plain() {
        return Stream.of(
                good("the plain path", p -> {}),
                good("just enough room", p -> {
                    p.root.pathLength = 2;
                    p.upper.pathLength = 1;
                    p.ours.pathLength = 0;
                }),
                bad("path-length", "a root with room for one", p -> p.root.pathLength = 1),
                bad("path-length", "a root without room", p -> p.root.pathLength = 0),
                bad("path-length", "an issuer without room", p -> p.upper.pathLength = 0),
                good("a certificate for the next key takes no room", p -> {
                    p.rollover.present = true;
                    p.root.pathLength = 2;
                    p.upper.pathLength = 1;
                }),
                bad("path-length", "its own length counts too", p -> {
                    p.rollover.present = true;
                    p.rollover.pathLength = 0;
                }),
                bad("authority", "an issuer that is no authority", p -> p.upper.authority = false),
                bad("authority", "an issuer without basicConstraints", p -> {
                    p.upper.basicConstraints = false;
                    p.upper.usage = 0;
                }),
                bad("authority", "our certificate is no authority's", p -> p.ours.authority = false),
                bad("authority", "a root that is no authority", p -> p.root.authority = false),
                bad("key-usage", "an issuer that signs lists only", p -> p.upper.usage = KeyUsage.cRLSign),
                bad("key-usage", "a root that signs lists only", p -> p.root.usage = KeyUsage.cRLSign),
                bad("key-usage", "ours may sign lists only", p -> p.ours.usage = KeyUsage.cRLSign),
                good("an issuer of unsaid usage", p -> p.upper.usage = 0),
                new Case("ours of unsaid usage", "key-usage", Others.ACCEPT, p -> p.ours.usage = 0),
                bad("validity", "a root of yesterday", p -> p.root.until = OutsidePath.NOW.minusSeconds(1)),
                bad("validity", "an issuer of yesterday", p -> p.upper.until = OutsidePath.NOW.minusSeconds(1)),
                bad("validity", "ours of tomorrow", p -> p.ours.from = OutsidePath.NOW.plusSeconds(1)),
                bad("chain-signature", "an issuer that another key signed", p -> p.upper.forged = true),
                bad("chain-signature", "ours, signed by another key", p -> p.ours.forged = true),
                good("something strange that may be ignored", p -> p.upper.with(STRANGE, false, DERNull.INSTANCE)),
                bad(
                        "critical-extension",
                        "strange and critical in the root",
                        p -> p.root.with(STRANGE, true, DERNull.INSTANCE)),
                bad(
                        "critical-extension",
                        "strange and critical in an issuer",
                        p -> p.upper.with(STRANGE, true, DERNull.INSTANCE)),
                bad(
                        "critical-extension",
                        "strange and critical in ours",
                        p -> p.ours.with(STRANGE, true, DERNull.INSTANCE)),
                bad(
                        "extension",
                        "name constraints that cannot be read",
                        p -> p.upper.with(Extension.nameConstraints, true, new ASN1Integer(1))));
    }

    private static Stream<Case> names() {
        return Stream.of(
                good("names within the root's", p -> permit(p.root, directory("O=Fjord"))),
                bad("name-constraints", "ours outside the root's", p -> {
                    permit(p.root, directory("O=Fjord"));
                    p.ours.subject = "O=Other,CN=Branch";
                }),
                bad("name-constraints", "the issuer outside the root's", p -> {
                    permit(p.root, directory("O=Fjord"));
                    p.upper.subject = "O=Other,CN=Policy";
                }),
                bad("name-constraints", "ours is excluded", p -> exclude(p.root, directory("O=Fjord,CN=Branch"))),
                good("another is excluded", p -> exclude(p.root, directory("O=Fjord,CN=Shop"))),
                bad("name-constraints", "within the root's, outside the issuer's", p -> {
                    permit(p.root, directory("O=Fjord"));
                    permit(p.upper, directory("O=Fjord,OU=Line"));
                    p.device.subject = "O=Fjord,OU=Line,CN=Device";
                }),
                good("within both", p -> {
                    permit(p.root, directory("O=Fjord"));
                    permit(p.upper, directory("O=Fjord,OU=Line"));
                    p.ours.subject = "O=Fjord,OU=Line,CN=Branch";
                    p.device.subject = "O=Fjord,OU=Line,CN=Device";
                }),
                good("an alternative name within", p -> {
                    permit(p.root, dns("fjord.example"));
                    alternative(p.ours, dns("ca.fjord.example"));
                    alternative(p.upper, dns("policy.fjord.example"));
                    alternative(p.device, dns("device.fjord.example"));
                }),
                bad("name-constraints", "an alternative name outside", p -> {
                    permit(p.root, dns("fjord.example"));
                    alternative(p.ours, dns("ca.other.example"));
                }),
                bad("name-constraints", "a mail address in the subject", p -> {
                    permit(p.upper, mail("fjord.example"));
                    p.ours.subject = "O=Fjord,CN=Branch,E=ca@other.example";
                }),
                good("a certificate for the next key is not held against its own constraints", p -> {
                    p.rollover.present = true;
                    p.upper.subject = "O=Outer,CN=Policy";
                    permit(p.upper, directory("O=Fjord"));
                }),
                bad("name-constraints", "constraints of the certificate for the next key", p -> {
                    p.rollover.present = true;
                    permit(p.rollover, directory("O=Plant"));
                }),
                bad(
                        "name-constraints",
                        "a subtree with a minimum",
                        p -> p.upper.with(
                                Extension.nameConstraints,
                                true,
                                new NameConstraints(
                                        new GeneralSubtree[] {
                                            new GeneralSubtree(directory("O=Fjord"), BigInteger.ONE, null)
                                        },
                                        null))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void cairnDecides(Case asked) throws Exception {
        AuthorityException.Refused refusal = asked.path().refusal();
        assertEquals(asked.rule(), refusal == null ? "" : refusal.rule(), () -> asked + ": " + refusal);
    }

    @Test
    void openSslAndTheJdkDecideTheSame(@TempDir Path folder) throws Exception {
        ExternalTool openssl = OpenSsl.require();
        for (Case asked : cases().toList()) {
            boolean refused = !asked.rule().isEmpty();
            String openSsl = asked.path().openSslObjects(openssl, folder);
            assertEquals(refused && asked.others() != Others.ACCEPT, !openSsl.isEmpty(), () -> asked + ": " + openSsl);
            String jdk = asked.path().jdkObjects(true);
            assertEquals(refused && asked.others() != Others.ACCEPT, !jdk.isEmpty(), () -> asked + ": " + jdk);
        }
    }

    @Test
    void aRefusalNamesTheCertificateAndTheRule() throws Exception {
        OutsidePath path = new OutsidePath(KEY, OTHER);
        permit(path.root, dns("fjord.example"));
        alternative(path.ours, dns("ca.other.example"));
        assertEquals(
                "CN=Root,O=Outer (number 2 of the chain) allows other names only: the subjectAltName dNSName of"
                        + " CN=Branch,O=Fjord, 'ca.other.example', is outside its nameConstraints"
                        + " (RFC 5280 section 6.1.3 (b), (c))",
                words(path));
        OutsidePath narrow = new OutsidePath(KEY, OTHER);
        narrow.upper.pathLength = 0;
        assertEquals(
                "CN=Policy,O=Fjord (number 1 of the chain) allows 0 authorities below it, and the path has 1"
                        + " (pathLenConstraint, RFC 5280 section 6.1.4 (l), (m))",
                words(narrow));
        OutsidePath strange = new OutsidePath(KEY, OTHER);
        strange.ours.with(STRANGE, true, DERNull.INSTANCE);
        assertTrue(words(strange).startsWith("CN=Branch,O=Fjord has the critical extension " + STRANGE));
    }

    @Test
    void aChainThatRepeatsACertificateIsRefused() throws Exception {
        List<Certificate> path = new OutsidePath(KEY, OTHER).certificates();
        for (List<Certificate> chain : List.of(
                List.of(path.get(1), path.get(2), path.get(2)), List.of(path.get(0), path.get(1), path.get(2)))) {
            AuthorityException.Refused refused = assertThrows(
                    AuthorityException.Refused.class,
                    () -> OutsideChain.require(path.getFirst(), chain, OutsidePath.NOW));
            assertEquals("chain", refused.rule());
            assertTrue(String.valueOf(refused).contains("is there twice"), () -> "" + refused);
        }
    }

    private static String words(OutsidePath path) throws Exception {
        AuthorityException.Refused refusal = path.refusal();
        return refusal == null ? "accepted" : String.valueOf(refusal.getMessage());
    }
}
