package cairn.ca.lint.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** URIs taken apart; the JDK takes the good ones apart in the same way. */
class UriTextTest {
    @ParameterizedTest
    @CsvSource({
        "http://a/b, http, a, ''",
        "http://a, http, a, ''",
        "http://a:80, http, a, 80",
        "http://a:/b, http, a, ''",
        "http://a?b:c, http, a, ''",
        "http://a#b@c, http, a, ''",
        "http://u@a:1/b, http, a, 1",
        "http://u:p@a/b, http, a, ''",
        "http://u@v@a/b, http, a, ''",
        "http://[::1]/, http, [::1], ''",
        "http://[::1]:80/, http, [::1], 80",
        "http://u@[::1]:80, http, [::1], 80",
        "ldap:///cn=a, ldap, '', ''",
        "http://:80/, http, '', 80",
        "x://@/, x, '', ''",
        "x://@, x, '', ''",
        "http://a/b@c:d, http, a, ''",
        "http://a:b:c, http, a, b:c"
    })
    void anAuthorityFallsIntoHostAndPort(String text, String scheme, String host, String port) {
        UriText uri = UriText.of(text);
        assertEquals(scheme, uri.scheme());
        assertEquals(Optional.of(host), uri.host());
        assertEquals(port, uri.port());
    }

    @ParameterizedTest
    @CsvSource({
        "urn:a:b, urn, a:b",
        "mailto:a@b, mailto, a@b",
        "a, '', a",
        "//a/b, '', //a/b",
        "'', '', ''",
        "x:/a, x, /a",
        ":a, '', a",
        "x:, x, ''"
    })
    void withoutAnAuthorityThereIsNoHost(String text, String scheme, String rest) {
        UriText uri = UriText.of(text);
        assertEquals(scheme, uri.scheme());
        assertEquals(rest, uri.rest());
        assertEquals(Optional.empty(), uri.host());
        assertEquals("", uri.port());
    }

    @Property(tries = 400)
    void theJdkFindsTheSameHostAndPort(
            @ForAll @AlphaChars @StringLength(min = 1, max = 8) String host,
            @ForAll @IntRange(min = 0, max = 65535) int port,
            @ForAll @CharRange(from = 'a', to = 'z') @Chars({'/', '?', '@', ':', '#', '='}) @StringLength(max = 10)
                    String tail) {
        String fragmentOnce = tail.indexOf('#') < 0 ? tail : tail.replace("#", "") + "#x";
        String text = "http://user@" + host + ":" + port + "/" + fragmentOnce;
        URI expected = URI.create(text);
        UriText uri = UriText.of(text);
        assertEquals(expected.getHost(), uri.host().orElseThrow());
        assertEquals(expected.getPort(), Integer.parseInt(uri.port()));
        assertEquals(expected.getScheme(), uri.scheme());
        assertTrue(uri.isAbsolute() && uri.hasOnlyUriCharacters());
    }

    @Property(tries = 1000)
    void anyTextIsTakenApartWithoutAnException(
            @ForAll @StringLength(max = 30) @Chars({':', '/', '@', '[', ']', '?', '#', 'a', ' '}) String text) {
        UriText uri = UriText.of(text);
        assertTrue(text.endsWith(uri.rest()));
        assertEquals(text.indexOf(':') < 0 ? "" : text.substring(0, text.indexOf(':')), uri.scheme());
        uri.host().ifPresent(host -> assertTrue(text.contains(host)));
    }

    @ParameterizedTest
    @CsvSource({
        "a:b, true",
        "z:b, true",
        "A:b, true",
        "Z:b, true",
        "a0:b, true",
        "a9+-.:b, true",
        "0a:b, false",
        "+a:b, false",
        "`a:b, false",
        "{a:b, false",
        "@a:b, false",
        "[a:b, false",
        "a/:b, false",
        "a::b, true",
        "a_:b, false",
        "a:, false",
        "a://, false",
        "a:///, true",
        "a:/, true",
        "\u00E4:b, false"
    })
    void aSchemeIsALetterAndMore(String text, boolean absolute) {
        assertEquals(absolute, UriText.of(text).isAbsolute());
    }

    @Test
    void charactersOfAUriLieBetweenSpaceAnd7F() {
        for (char c = 0; c < 0x100; c++) {
            boolean expected = c > ' ' && c < 0x7F && "\"<>\\^`{|}".indexOf(c) < 0;
            assertEquals(expected, UriText.of("x:a" + c).hasOnlyUriCharacters(), "character " + (int) c);
            assertEquals(expected, UriText.of("x:" + c + "a").hasOnlyUriCharacters(), "character " + (int) c);
        }
        assertTrue(UriText.of("x:").hasOnlyUriCharacters());
    }

    @Test
    void schemesAreComparedWithoutRegardToCase() {
        assertTrue(UriText.of("HTTP://a").isScheme("http"));
        assertFalse(UriText.of("https://a").isScheme("http"));
        assertFalse(UriText.of("a").isScheme("a"));
    }
}
