package cairn.ca.lint.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Host names, URIs, mail addresses and A-labels as the rules read them. */
class WrittenFormsTest {
    @Test
    void fullyQualifiedNamesHaveTwoProperLabels() {
        for (String good :
                List.of("example.org", "*.example.org", "a-b.c9.example", "xn--mnchen-3ya.de", "a_b.example")) {
            assertTrue(HostName.isFullyQualified(good), good);
        }
        for (String bad : List.of(
                "",
                "org",
                ".org",
                "org.",
                "a..b",
                "*",
                "*.org",
                "-a.org",
                "a-.org",
                "a b.org",
                "*.*.org",
                "a".repeat(64) + ".org")) {
            assertFalse(HostName.isFullyQualified(bad), bad);
        }
    }

    @Test
    void theLongestLabelIsCountedWhereverItStands() {
        assertEquals(0, HostName.longestLabel(""));
        assertEquals(7, HostName.longestLabel("a.example.org"));
        assertEquals(7, HostName.longestLabel("example.org"));
        assertEquals(7, HostName.longestLabel("a.b.example"));
    }

    @Test
    void fourNumbersAreAnAddressAndAVersionIsNot() {
        assertTrue(HostName.isIpv4("192.0.2.1"));
        assertFalse(HostName.isIpv4("1.2.3"));
        assertFalse(HostName.isIpv4("1.2.3.example"));
    }

    @Test
    void aUriFallsIntoSchemeHostAndPort() {
        UriText full = UriText.of("https://user:word@www.example.org:8443/a@b?c#d");
        assertEquals("https", full.scheme());
        assertEquals(Optional.of("www.example.org"), full.host());
        assertEquals("8443", full.port());
        assertEquals(
                Optional.of("[2001:db8::1]"),
                UriText.of("ldap://[2001:db8::1]:389/x").host());
        assertEquals(Optional.empty(), UriText.of("urn:uuid:1").host());
        assertEquals(Optional.of(""), UriText.of("file:///a").host());
    }

    @Test
    void absoluteUrisHaveASchemeAndMore() {
        for (String good : List.of("http://a", "urn:x", "spiffe://a/b", "a+b-c.1:x")) {
            assertTrue(UriText.of(good).isAbsolute(), good);
        }
        for (String bad : List.of("", "a", "//a", ":a", "1a:b", "http:", "http://", "a b:c")) {
            assertFalse(UriText.of(bad).isAbsolute(), bad);
        }
    }

    @Test
    void spacesAndBracketsAreNotPartOfAUri() {
        assertTrue(UriText.of("http://a/b%20c?d=[e]").hasOnlyUriCharacters());
        for (String bad : List.of("x:a b", "x:<a>", "x:a\nb", "x:\u00E4", "x:a|b", "x:\"a\"")) {
            assertFalse(UriText.of(bad).hasOnlyUriCharacters(), bad);
        }
    }

    @Test
    void mailAddressesStandAlone() {
        for (String good : List.of("a@example.org", "a.b+c@localhost", "\"a b\"@example.org", "o'neil@example.org")) {
            assertTrue(Mailbox.isAddress(good), good);
        }
        for (String bad : List.of(
                "",
                "a",
                "@a",
                "a@",
                "a@b@c d",
                "<a@example.org>",
                "a@example.org (me)",
                "a..b@example.org",
                ".a@example.org",
                "a @example.org",
                "a".repeat(65) + "@example.org",
                "a@-b.org")) {
            assertFalse(Mailbox.isAddress(bad), bad);
        }
    }

    @Test
    void punycodeDecodesTheSamplesOfItsDocument() {
        // RFC 3492 section 7.1, samples (B), (I) and (L)
        assertEquals(
                Optional.of("\u4ED6\u4EEC\u4E3A\u4EC0\u4E48\u4E0D\u8BF4\u4E2D\u6587"),
                Punycode.decode("ihqwcrb4cv8a8dqg056pqjye"));
        assertEquals(
                Optional.of(
                        "\u043F\u043E\u0447\u0435\u043C\u0443\u0436\u0435\u043E\u043D\u0438"
                                + "\u043D\u0435\u0433\u043E\u0432\u043E\u0440\u044F\u0442\u043F\u043E\u0440\u0443\u0441\u0441\u043A\u0438"),
                Punycode.decode("b1abfaaepdrnnbgefbadotcwatmq2g4l"));
        assertEquals(
                Optional.of("3\u5E74B\u7D44\u91D1\u516B\u5148\u751F"), Punycode.decode("3B-ww4c5e180e575a65lsy2b"));
        assertEquals(Optional.of("m\u00FCnchen"), Punycode.decode("mnchen-3ya"));
    }

    @Test
    void punycodeOfNothingIsNoText() {
        assertEquals(Optional.empty(), Punycode.decode("99999999"));
        assertEquals(Optional.empty(), Punycode.decode("a-\u00E4"));
        assertEquals(Optional.empty(), Punycode.decode("a-z"));
    }
}
