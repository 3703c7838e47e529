package cairn.ca.lint.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.MalformedException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The values of the standard extensions, in every shape that DER allows and some that it does not. */
class ExtensionViewsTest {
    @Test
    void basicConstraintsAreATruthAndANumber() throws MalformedException {
        BasicConstraintsView none = BasicConstraintsView.of(Read.hex("3000"));
        assertEquals(new BasicConstraintsView(false, false, Optional.empty()), none);
        assertEquals(
                new BasicConstraintsView(true, true, Optional.empty()),
                BasicConstraintsView.of(Read.hex("3003 0101ff")));
        assertEquals(
                new BasicConstraintsView(false, true, Optional.empty()),
                BasicConstraintsView.of(Read.hex("3003 010100")));
        assertEquals(
                new BasicConstraintsView(true, true, Optional.empty()),
                BasicConstraintsView.of(Read.hex("3003 010101")));
        assertEquals(
                new BasicConstraintsView(true, true, Optional.of(BigInteger.valueOf(3))),
                BasicConstraintsView.of(Read.hex("3006 0101ff 020103")));
        assertEquals(
                new BasicConstraintsView(false, false, Optional.of(BigInteger.valueOf(-1))),
                BasicConstraintsView.of(Read.hex("3003 0201ff")));
    }

    @Test
    void otherShapesOfBasicConstraintsAreRefused() throws MalformedException {
        Read.refused(
                BasicConstraintsView::of,
                "not BasicConstraints",
                "3100",
                "0400",
                "3006 0101ff 0101ff",
                "3006 020101 020101",
                "3006 020101 0101ff",
                "3009 0101ff 020101 020101",
                "3004 0102ff00",
                "3002 0100",
                "3003 0401ff",
                "3003 8001ff");
        Read.refused(BasicConstraintsView::of, "an INTEGER without octets", "3002 0200");
    }

    @Test
    void theNineBitsOfKeyUsageAreReadInTheirOrder() throws MalformedException {
        assertEquals(KeyUsageView.DIGITAL_SIGNATURE, new KeyUsageView(Read.hex("0302 0780")).bits());
        assertEquals(KeyUsageView.ENCIPHER_ONLY, new KeyUsageView(Read.hex("0302 0001")).bits());
        assertEquals(KeyUsageView.DECIPHER_ONLY, new KeyUsageView(Read.hex("0303 070080")).bits());
        assertEquals(0, new KeyUsageView(Read.hex("0303 06007f")).bits());
        assertEquals(0, new KeyUsageView(Read.hex("0301 00")).bits());
        assertEquals(0x1FF, new KeyUsageView(Read.hex("0304 00ffffff")).bits());
        Read.refused(KeyUsageView::new, "keyUsage is not a BIT STRING", "0300", "0402 0780", "3000", "a302 0780");
    }

    @Test
    void keyUsageIsToldInWords() throws MalformedException {
        KeyUsageView all = new KeyUsageView(Read.hex("0303 00ffff"));
        assertEquals(
                "digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment, keyAgreement, keyCertSign, cRLSign, "
                        + "encipherOnly, decipherOnly",
                all.words(-1));
        assertEquals("keyEncipherment, dataEncipherment", all.words(KeyUsageView.ENCIPHERMENT));
        assertEquals("keyAgreement, encipherOnly, decipherOnly", all.words(KeyUsageView.AGREEMENT));
        assertEquals("", all.words(0));
        KeyUsageView lists = new KeyUsageView(Read.hex("0302 0102"));
        assertEquals("cRLSign", lists.words(-1));
        assertTrue(lists.hasAny(KeyUsageView.CRL_SIGN | KeyUsageView.KEY_CERT_SIGN));
        assertFalse(lists.hasAny(KeyUsageView.KEY_CERT_SIGN));
    }

    @Test
    void anAuthorityKeyIdentifierHasThreeFields() throws MalformedException {
        AuthorityKeyIdentifierView all = AuthorityKeyIdentifierView.of(Read.hex("3008 800101 a100 820105"));
        assertTrue(all.formed() && all.issuer() && all.serial());
        assertEquals(1, all.keyIdentifier().orElseThrow().octet(0));
        AuthorityKeyIdentifierView none = AuthorityKeyIdentifierView.of(Read.hex("3000"));
        assertEquals(new AuthorityKeyIdentifierView(Optional.empty(), false, false, true), none);
        assertFalse(AuthorityKeyIdentifierView.of(Read.hex("3002 a000")).formed());
        assertFalse(AuthorityKeyIdentifierView.of(Read.hex("3002 8100")).formed());
        assertFalse(AuthorityKeyIdentifierView.of(Read.hex("3002 a200")).formed());
        // A bad field is not forgotten over a good one behind it.
        assertFalse(AuthorityKeyIdentifierView.of(Read.hex("3004 a000 8200")).formed());
        Read.refused(AuthorityKeyIdentifierView::of, "not an AuthorityKeyIdentifier", "3100", "3002 8300", "3002 0400");
    }

    @Test
    void aDistributionPointHasANameReasonsAndAnIssuer() throws MalformedException {
        DistributionPointView named = DistributionPointView.of(Read.hex("3009 a007 a005 8603 613a62"));
        assertEquals(
                List.of("a:b"),
                named.names().stream().map(GeneralNameView::text).toList());
        assertTrue(named.named());
        assertFalse(named.reasons() || named.crlIssuer());
        DistributionPointView relative = DistributionPointView.of(Read.hex("3004 a002 a100"));
        assertTrue(relative.named());
        assertEquals(List.of(), relative.names());
        assertTrue(DistributionPointView.of(Read.hex("3003 810106")).reasons());
        assertTrue(DistributionPointView.of(Read.hex("3002 a200")).crlIssuer());
        Read.refused(
                DistributionPointView::of,
                "not a DistributionPoint",
                "3100",
                "3002 a100",
                "3002 8200",
                "3002 a300",
                "3002 0500");
        Read.refused(
                DistributionPointView::of,
                "not a DistributionPointName",
                "3004 a002 a000",
                "3004 a002 a200",
                "3004 a002 8000");
        Read.refused(DistributionPointView::of, "the bytes end in the middle of an element", "3002 a000");
        Read.refused(DistributionPointView::of, "2 bytes follow the value", "3008 a006 a102 0500 a100");
    }

    @Test
    void anIssuingDistributionPointHasItsScopes() throws MalformedException {
        IssuingDistributionPointView all = IssuingDistributionPointView.of(
                Read.hex("3018 a007 a005 8603613a62 8101ff 8201ff 830106 8401ff 8501ff"));
        assertEquals(
                List.of("onlyContainsUserCerts", "onlyContainsCACerts", "onlyContainsAttributeCerts"), all.scopes());
        assertTrue(all.someReasons() && all.indirect());
        assertFalse(all.empty());
        assertEquals(1, all.names().size());
        IssuingDistributionPointView no = IssuingDistributionPointView.of(Read.hex("300c 810100 820100 840100 850100"));
        assertEquals(List.of(), no.scopes());
        assertFalse(no.indirect() || no.empty() || no.someReasons());
        assertTrue(IssuingDistributionPointView.of(Read.hex("3000")).empty());
        assertFalse(IssuingDistributionPointView.of(Read.hex("3004 8402ffff")).indirect());
        Read.refused(
                IssuingDistributionPointView::of,
                "not an IssuingDistributionPoint",
                "3100",
                "3002 8000",
                "3002 8600",
                "3002 a100");
    }

    @Test
    void anAccessDescriptionIsAMethodAndAPlace() throws MalformedException {
        AccessDescriptionView access = AccessDescriptionView.of(Read.hex("300a 06032a0304 8603613a62"));
        assertEquals("1.2.3.4", access.method());
        assertEquals("a:b", access.location().text());
        Read.refused(
                AccessDescriptionView::of,
                "not an AccessDescription",
                "3000",
                "3005 06032a0304",
                "310a 06032a0304 8603613a62");
        Read.refused(AccessDescriptionView::of, "not an AccessDescription", "300c 06032a0304 8603613a62 0500");
        Read.refused(AccessDescriptionView::of, "an OBJECT IDENTIFIER that breaks off", "3007 0600 8603613a62");
    }

    @Test
    void aPolicyHasItsQualifiersAndTheirTexts() throws MalformedException {
        PolicyView bare = PolicyView.of(Read.hex("3005 06032a0304"));
        assertEquals(new PolicyView("1.2.3.4", List.of(), List.of(), false), bare);
        assertTrue(PolicyView.of(Read.hex("3007 06032a0304 3000")).qualifiersWritten());
        String cps = "300c 06082b06010505070201 1600";
        String notice = "300f 06082b06010505070202 3003 0c0161";
        PolicyView both = PolicyView.of(Read.hex("3026 06032a0304 301f" + cps + notice));
        assertEquals(List.of(Oid.QUALIFIER_CPS, Oid.QUALIFIER_USER_NOTICE), both.qualifiers());
        assertEquals(
                List.of("a"), both.explicitTexts().stream().map(Element::text).toList());
        Read.refused(PolicyView::of, "not a PolicyInformation", "3000", "3105 06032a0304", "3009 06032a0304 3000 3000");
        Read.refused(PolicyView::of, "not a PolicyQualifierInfo", "300e 06032a0304 3007 3005 06032a0304");
    }

    @Test
    void nameConstraintsAreTwoListsOfTrees() throws MalformedException {
        NameConstraintsView both =
                NameConstraintsView.of(Read.hex("3014 a008 3006 820161 800101 a108 3006 820162 810105"));
        assertTrue(both.permittedWritten() && both.excludedWritten());
        NameConstraintsView.Subtree first = both.subtrees().getFirst();
        NameConstraintsView.Subtree second = both.subtrees().get(1);
        assertEquals("a", first.base().text());
        assertTrue(first.minimumWritten());
        assertFalse(first.excluded() || first.minimumZero() || first.maximum());
        assertTrue(second.excluded() && second.maximum() && second.minimumZero());
        assertFalse(second.minimumWritten());
        NameConstraintsView empty = NameConstraintsView.of(Read.hex("3002 a100"));
        assertTrue(empty.excludedWritten());
        assertFalse(empty.permittedWritten());
        Read.refused(NameConstraintsView::of, "not NameConstraints", "3100", "3002 a200", "3002 8000", "3002 3000");
        Read.refused(
                NameConstraintsView::of,
                "not a GeneralSubtree",
                "3004 a002 3000",
                "3007 a005 3103 820161",
                "3009 a007 3005 820161 0500");
        Read.refused(NameConstraintsView::of, "an INTEGER without octets", "3009 a007 3005 820161 8000");
    }

    @Test
    void anExtensionIsTwoOrThreeFields() throws MalformedException {
        ExtensionView plain = new ExtensionView(Read.hex("3009 06032a0304 04020500"));
        assertEquals("1.2.3.4", plain.oid());
        assertFalse(plain.isCritical() || plain.isCriticalWritten());
        assertTrue(plain.value().orElseThrow().is(Tag.NULL));
        assertEquals(Optional.empty(), plain.defect());
        ExtensionView critical = new ExtensionView(Read.hex("300c 06032a0304 0101ff 04020500"));
        assertTrue(critical.isCritical() && critical.isCriticalWritten());
        ExtensionView no = new ExtensionView(Read.hex("300c 06032a0304 010100 04020500"));
        assertTrue(no.isCriticalWritten());
        assertFalse(no.isCritical());
        assertFalse(new ExtensionView(Read.hex("300d 06032a0304 0102ffff 04020500")).isCritical());
        Read.refused(
                ExtensionView::new,
                "not an Extension",
                "3000",
                "3005 06032a0304",
                "3009 06032a0304 05020500",
                "300c 06032a0304 0201ff 04020500",
                "300e 06032a0304 0101ff 04020500 0500",
                "300c 06032a0304 04020500 0101ff");
    }

    @Test
    void aValueThatIsNoElementIsRemembered() throws MalformedException {
        ExtensionView broken = new ExtensionView(Read.hex("3007 06032a0304 0400"));
        assertEquals(Optional.empty(), broken.value());
        assertTrue(broken.defect().orElseThrow().startsWith("the bytes end in the middle of an element"));
        assertEquals(0, broken.octets().length());
    }

    @Test
    void theFirstOfSeveralExtensionsIsFound() throws MalformedException {
        ExtensionSet set = Read.set("3015 3009 06032a0304 04020500 3008 06032a0305 040100");
        assertEquals(2, set.all().size());
        assertTrue(set.has("1.2.3.5") && set.has("1.2.3.4"));
        assertFalse(set.has("1.2.3") || set.isCritical("1.2.3.4") || set.isCritical("1.2.3"));
        List<Defect> defects = new ArrayList<>();
        assertEquals(Optional.empty(), set.read("1.2.3.6", "x", defects, element -> element));
        assertEquals(List.of(), defects);
        assertEquals(Optional.empty(), set.read("1.2.3.5", "broken", defects, element -> element));
        assertEquals(List.of(), set.readList("1.2.3.4", "null", defects, Element::oid));
        assertEquals(
                List.of("broken", "null"), defects.stream().map(Defect::where).toList());
        assertEquals(List.of(), ExtensionSet.none().all());
        Read.refused(ExtensionSet::of, "not Extensions", "3100", "0500");
        Read.refused(ExtensionSet::of, "not an Extension", "3002 3000");
    }
}
