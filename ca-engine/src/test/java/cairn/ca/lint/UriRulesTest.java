package cairn.ca.lint;

import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.says;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about URIs and mail addresses among the alternative names. */
class UriRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();
    private static final String HOST = "is not a proper SPIFFE ID, or not the only URI";

    private static CertificateFixture names(ASN1Encodable... names) {
        return Fixtures.server().extension(Oid.SUBJECT_ALT_NAME, false, new DERSequence(names));
    }

    private static CertificateFixture uris(String... texts) {
        return names(Arrays.stream(texts).map(text -> Asn1.general(6, text)).toArray(ASN1Encodable[]::new));
    }

    private static void bad(String rule, String uri, String words) {
        says(rule, uris(uri), "subjectAltName uniformResourceIdentifier 1: '" + uri + "' " + words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.example.org",
                "/a",
                "//a/b",
                ":x",
                "1x:y",
                "-x:y",
                "a_b:c",
                "http:",
                "http://",
                "a:b c",
                "a:<b>",
                "a:b\\c",
                "a:b^c",
                "a:`",
                "a:{b}",
                "a:\"b\""
            })
    void whatIsNoAbsoluteUriIsFound(String uri) {
        bad("rfc5280.uri-syntax", uri, "is not an absolute URI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "A+b-c.9:d", "urn:x", "http://a", "x:a%20b?c#d", "x:!$&'()*+,;=:@/~_-.[]", ""})
    void whatIsAnAbsoluteUriOrNothingAtAllIsLeftAlone(String uri) {
        silent("rfc5280.uri-syntax", uris(uri));
    }

    @Test
    void aUriWithAnOctetBeyondAsciiIsFoundByItsOctets() {
        says(
                "rfc5280.uri-ascii",
                names(Asn1.general(6, Asn1.raw('x', ':', 0x80)), Asn1.general(6, "x:y")),
                "subjectAltName uniformResourceIdentifier 1: 'x:[U+0080]' is not plain ASCII");
        silent("rfc5280.uri-ascii", names(Asn1.general(6, Asn1.raw('x', ':', 0x7F)), Asn1.general(1, Asn1.raw(0xE4))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http:///a",
                "http://a..b/",
                "http://-a.org/",
                "http://a.org./",
                "ldap://a b.org/",
                "http://[::1",
                "http://::1]/",
                "http://1.2.3/x"
            })
    void aHostThatIsNotFullyQualifiedIsFound(String uri) {
        if (uri.equals("http://1.2.3/x")) {
            // Three numbers are no address, but they could be the labels of a host.
            silent("rfc5280.uri-host", uris(uri));
        } else {
            bad("rfc5280.uri-host", uri, "has no fully qualified host");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a.org",
                "http://a.org?b",
                "http://a.org#b",
                "http://u:p@a.org:80/",
                "ldap://[2001:db8::1]/",
                "http://10.0.0.1:80/",
                "urn:a",
                "mailto:a@b",
                "x:/a",
                "SPIFFE://one/a",
                "http://*.example.org/"
            })
    void aProperHostOrNoneIsLeftAlone(String uri) {
        silent("rfc5280.uri-host", uris(uri));
    }

    @Test
    void whatWasMisreadAsUserNameIsNoHost() {
        bad("rfc5280.uri-host", "http://a.org@localhost/", "has no fully qualified host");
        silent("rfc5280.uri-host", uris("http://localhost@a.org/"));
        // What stands behind the path is not the authority.
        bad("rfc5280.uri-host", "http://localhost/x@a.org", "has no fully qualified host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spiffe:", "spiffe:///a", "spiffe://a:80/b", "spiffe://a/b?c", "spiffe://a/b#c", "spiffe://u@a/b",
                "spiffe://a/", "spiffe://A/b", "spiffe://a b/c", "spiffe://a%20b/c", "spiffe://a*/b", "spiffe:a"
            })
    void anImproperSpiffeIdIsFound(String uri) {
        bad("spiffe.id", uri, HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"spiffe://a", "spiffe://a.b_c-d/E/f", "spiffe://10.0.0.1/a", "urn:spiffe:", "http://A/?x#y"})
    void aProperSpiffeIdOrAnotherUriIsLeftAlone(String uri) {
        silent("spiffe.id", uris(uri));
    }

    @Test
    void aSpiffeIdHas2048Characters() {
        String longest = "spiffe://a/" + "b".repeat(2048 - 11);
        silent("spiffe.id", uris(longest));
        says(
                "spiffe.id",
                uris(longest + "b"),
                "subjectAltName uniformResourceIdentifier 1: '" + longest.substring(0, 97) + "...' " + HOST);
    }

    @Test
    void aSpiffeIdStandsAloneAmongTheUris() {
        says(
                "spiffe.id",
                uris("http://a.org/", "spiffe://a/b"),
                "subjectAltName uniformResourceIdentifier 2: 'spiffe://a/b' " + HOST);
        says(
                "spiffe.id",
                uris("spiffe://a/b", "spiffe://a/c"),
                "subjectAltName uniformResourceIdentifier 1: 'spiffe://a/b' " + HOST,
                "subjectAltName uniformResourceIdentifier 2: 'spiffe://a/c' " + HOST);
        silent(
                "spiffe.id",
                names(Asn1.general(2, "a.b"), Asn1.general(6, "spiffe://a/b"), Asn1.general(1, "a@b")),
                uris("http://a.org/", "http://b.org/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a", "@b", "a@", "a@b@c d", "a b@c", "a@b c", "a@b..c", "a@.b", "a@b.", "a@-b", ".a@b", "a.@b",
                "a..b@c", "<a@b>", "a@b,c@d", "a@b_c", "\"@b", "\"\"@b", "a(b)@c"
            })
    void whatIsNoMailAddressIsFound(String mail) {
        says(
                "rfc5280.mail-syntax",
                names(Asn1.general(2, "www.example.org"), Asn1.general(1, mail)),
                "subjectAltName rfc822Name 2: '" + mail + "' is not a mail address");
    }

    @Test
    void mailAddressesAndTheEmptyNameAreLeftAlone() {
        for (String mail : new String[] {"a@b", "!#$%&'*+/=?^_`{|}~-.9@b", "\"a b@c\"@d", "", "a@10.0.0.1"}) {
            silent("rfc5280.mail-syntax", names(Asn1.general(1, mail)));
        }
        silent("rfc5280.mail-syntax", names(Asn1.general(2, "no mail"), Asn1.general(6, "no:mail")));
    }

    @Test
    void theLocalPartHas64CharactersAndTheDomain253() {
        String domain = "abcdefg.".repeat(31) + "abcde";
        silent(
                "rfc5280.mail-syntax",
                names(Asn1.general(1, "a".repeat(64) + "@b")),
                names(Asn1.general(1, "a@" + domain)));
        String local = "a".repeat(65) + "@b";
        says(
                "rfc5280.mail-syntax",
                names(Asn1.general(1, local), Asn1.general(1, "a@" + domain + "f")),
                "subjectAltName rfc822Name 1: '" + local + "' is not a mail address",
                "subjectAltName rfc822Name 2: '" + ("a@" + domain).substring(0, 97) + "...' is not a mail address");
    }

    @Test
    void eachOfTheseDefectsTripsItsRuleAlone() {
        ASN1Encodable host = Asn1.general(2, "www.example.org");
        alone("rfc5280.mail-syntax", names(host, Asn1.general(1, "a b@c")), INTERNAL);
        alone("rfc5280.uri-syntax", names(host, Asn1.general(6, "1x:y")), INTERNAL);
        alone("rfc5280.uri-host", names(host, Asn1.general(6, "http://localhost/")), INTERNAL);
        alone("spiffe.id", names(host, Asn1.general(6, "spiffe://a/b/")), INTERNAL);
    }

    @Test
    void theIssuersUrisAreReadTooButDoNotCountForASpiffeId() {
        ASN1Encodable other = Asn1.sequence(Asn1.general(6, "x y"));
        says(
                "rfc5280.uri-syntax",
                Fixtures.server().extension(Oid.ISSUER_ALT_NAME, false, other),
                "issuerAltName uniformResourceIdentifier 1: 'x y' is not an absolute URI");
        silent("spiffe.id", uris("spiffe://a/b").extension(Oid.ISSUER_ALT_NAME, false, other));
    }
}
