package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about each dNSName, at their boundaries, with the place and the words of what they find. */
class DnsNameRulesTest {
    private static final String AT = "subjectAltName dNSName 2: ";

    /** A server whose second alternative name is this one. */
    private static CertificateFixture dns(String name) {
        return Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, false, Fixtures.dns("www.example.org", name));
    }

    private static CertificateFixture names(ASN1Encodable... names) {
        return Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, false, new DERSequence(names));
    }

    private static void bad(String rule, String name, String words) {
        says(rule, dns(name), AT + "'" + name + "' " + words);
    }

    private static void good(String rule, String... names) {
        for (String name : names) {
            silent(rule, dns(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "a:80", "a@b", "a,b", "a!b", "a[b", "a`b", "a{b", "a~b", "a+b", "(a)", "a'b"})
    void aCharacterOfNoHostNameIsFound(String label) {
        bad("rfc1034.dns-name-alphabet", label + ".example.org", "has characters that no host name has");
    }

    @Test
    void theEdgesOfLettersAndDigitsBelongToTheAlphabet() {
        good("rfc1034.dns-name-alphabet", "azAZ09.example.org", "a_b.example.org", "*.a-b.example.org");
        // An empty name has its own rule.
        good("rfc1034.dns-name-alphabet", "");
    }

    @Test
    void aNulInANameIsShownInsteadOfEndingIt() {
        says(
                "rfc1034.dns-name-alphabet",
                dns("a.org\u0000.b.org"),
                AT + "'a.org[U+0000].b.org' has characters that no host name has");
    }

    @Test
    void theFirstOctetBeyondAsciiIsFound() {
        says(
                "rfc5280.dns-name-ascii",
                names(Asn1.general(2, Asn1.raw('a', 0x80, '.', 'b'))),
                "subjectAltName dNSName 1: 'a[U+0080].b' is not plain ASCII");
        says(
                "rfc5280.dns-name-ascii",
                names(Asn1.general(2, Asn1.raw('a', '.', 'b', 0xE4))),
                "subjectAltName dNSName 1: 'a.b\u00E4' is not plain ASCII");
        silent("rfc5280.dns-name-ascii", names(Asn1.general(2, Asn1.raw('a', 0x7F, '.', 'b'))));
    }

    @Test
    void anUnderscoreIsFoundWhereverItStands() {
        bad("rfc1034.dns-name-underscore", "_a.example.org", "has an underscore");
        bad("rfc1034.dns-name-underscore", "a.example.or_", "has an underscore");
        alone("rfc1034.dns-name-underscore", dns("_sip.example.org"), LintContext.internal());
    }

    @Test
    void aNameHas253CharactersAndALabel63() {
        String longest = "abcdefg.".repeat(31) + "abcde";
        good("rfc1035.dns-name-length", longest);
        String shown = longest.substring(0, 97) + "...";
        says("rfc1035.dns-name-length", dns(longest + "f"), AT + "'" + shown + "' has more than 253 characters");
        String label = "a".repeat(63);
        good("rfc1035.dns-label-length", label + ".org", "x." + label, label + "." + label);
        bad("rfc1035.dns-label-length", label + "a.org", "has a label of more than 63 characters");
        bad("rfc1035.dns-label-length", "x." + label + "a", "has a label of more than 63 characters");
        alone("rfc1035.dns-label-length", dns(label + "a.org"), LintContext.internal());
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", ".org", "org.", "a..b"})
    void anEmptyLabelIsFoundAtEveryPlace(String name) {
        bad("rfc1034.dns-label-empty", name, "has an empty label");
    }

    @Test
    void anEmptyNameIsNotAlsoAnEmptyLabel() {
        good("rfc1034.dns-label-empty", "", "a", "a.b.c");
        alone("rfc1034.dns-label-empty", dns("a..example.org"), LintContext.internal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a.org", "a.org-", "a.-b.org", "a-.org"})
    void aHyphenAtTheEndOfALabelIsFoundAtEveryPlace(String name) {
        bad("rfc1034.dns-label-hyphen", name, "has a label with a hyphen at its end");
    }

    @Test
    void hyphensInsideALabelAreItsOwn() {
        good("rfc1034.dns-label-hyphen", "a-b.org", "a--b.o-rg", "xn--mnchen-3ya.de");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.", "*a.org", "a*.org", "a.*.org", "*.*.org", "**.org", "*.a*.org", "org.*"})
    void aWildcardThatIsNotTheWholeLeftmostLabelIsFound(String name) {
        bad("rfc9525.dns-name-wildcard", name, "has a wildcard that is not the whole leftmost label");
    }

    @Test
    void aWildcardBeforeOneLabelIsProper() {
        good("rfc9525.dns-name-wildcard", "*.a", "*.example.org", "example.org");
    }

    @Test
    void fourNumbersAreTakenForAnAddress() {
        String words = "is an IP address, which programs look for in an iPAddress only";
        bad("rfc5280.dns-name-address", "10.0.0.1", words);
        bad("rfc5280.dns-name-address", "999.0.0.1", words);
        good("rfc5280.dns-name-address", "10.0.0", "10.0.0.1.2", "a10.0.0.1", "10.0.0.1a", "1234");
        alone("rfc5280.dns-name-address", dns("10.0.0.1"), LintContext.internal());
    }

    @ParameterizedTest
    @CsvSource({
        "xn--99999999, no text in the first label",
        "a.xn--99999999, no text in the last label",
        "XN--99999999.a, the prefix in capital letters",
        "xn--mnchen-3ya.xn--99999999, a second one after a good one",
        "xn--ls8h0.a, a digit that breaks off"
    })
    void anALabelWithoutATextIsFound(String name, String why) {
        bad("rfc5891.a-label-readable", name, "has an xn-- label that stands for no text");
    }

    @Test
    void whatOnlyLooksLikeAnALabelIsNotRead() {
        good(
                "rfc5891.a-label-readable",
                "axn--99999999.org",
                "xn-99999999.org",
                "x.xn-",
                "xn--mnchen-3ya.de",
                "xn--a-.de");
    }

    @Test
    void theTextBehindAnALabelIsComposed() {
        String words = "has an xn-- label whose text is not in normalization form C";
        bad("rfc5891.a-label-normal", "xn--a-ccb.org", words);
        bad("rfc5891.a-label-normal", "a.XN--a-ccb", words);
        bad("rfc5891.a-label-normal", "xn--mnchen-3ya.xn--a-ccb.org", words);
        good("rfc5891.a-label-normal", "axn--a-ccb.org", "xn--4ca.org", "xn--99999999.org");
    }

    @Test
    void namesOfTheIssuerAreCountedOnTheirOwn() {
        CertificateFixture both = dns("a_b.example.org")
                .extension(Oid.ISSUER_ALT_NAME, false, Fixtures.dns("c_d.example.org", "e.example.org"));
        says(
                "rfc1034.dns-name-underscore",
                both,
                AT + "'a_b.example.org' has an underscore",
                "issuerAltName dNSName 1: 'c_d.example.org' has an underscore");
    }

    @Test
    void namesOfOtherKindsAreNotTakenForHostNames() {
        String[] rules = {
            "rfc1034.dns-name-alphabet", "rfc1034.dns-name-underscore", "rfc1034.dns-label-empty",
            "rfc1034.dns-label-hyphen", "rfc9525.dns-name-wildcard", "rfc5280.dns-name-address",
            "rfc5891.a-label-readable", "rfc5280.dns-name-ascii", "rfc1035.dns-label-length"
        };
        for (String rule : rules) {
            silent(
                    rule,
                    names(Asn1.general(1, "-a b_*..-"), Asn1.general(6, "10.0.0.1")),
                    names(Asn1.general(6, "xn--99999999." + "a".repeat(64)), Asn1.general(1, Asn1.raw(0xE4))));
        }
    }
}
