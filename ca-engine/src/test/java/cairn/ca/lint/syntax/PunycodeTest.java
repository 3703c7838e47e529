package cairn.ca.lint.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.IDN;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoder of A-labels against the JDK's encoder, the samples of RFC 3492, and hostile labels. */
class PunycodeTest {
    @Provide
    Arbitrary<String> labels() {
        // Letters that nameprep leaves as they are.
        return Arbitraries.strings()
                .withChars("abcxyz019")
                .withChars(
                        '\u00E4', '\u00F6', '\u00FC', '\u0144', '\u03B1', '\u03C9', '\u0434', '\u4E2D', '\u6587',
                        '\u3042')
                .ofMinLength(1)
                .ofMaxLength(14);
    }

    @Property(tries = 600)
    void whatTheJdkEncodesIsDecoded(@ForAll("labels") String label) {
        String encoded = IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
        if (encoded.startsWith("xn--")) {
            assertEquals(Optional.of(label), Punycode.decode(encoded.substring(4)));
        } else {
            assertEquals(label, encoded);
        }
    }

    @Property(tries = 1500)
    void anyLabelIsDecodedOrRefusedWithoutAnException(
            @ForAll
                    @CharRange(from = 'a', to = 'z')
                    @CharRange(from = '0', to = '9')
                    @Chars({'-', 'A', 'Z', '\u00E4', ' '})
                    @StringLength(max = 24)
                    String label) {
        Optional<String> text = Punycode.decode(label);
        // Whatever comes out is made of characters and not of halves of them.
        text.ifPresent(decoded -> assertEquals(
                0,
                decoded.codePoints()
                        .filter(point -> point >= 0xD800 && point <= 0xDFFF)
                        .count()));
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 3492 section 7.1, samples (A), (C), (D), (G) and (H)
        "egbpdaj6bu4bxfgehfvwxn, \u0644\u064A\u0647\u0645\u0627\u0628\u062A\u0643\u0644\u0645\u0648\u0634\u0639\u0631\u0628\u064A\u061F",
        "ihqwctvzc91f659drss3x8bo0yb, \u4ED6\u5011\u7232\u4EC0\u9EBD\u4E0D\u8AAA\u4E2D\u6587",
        "Proprostnemluvesky-uyb24dma41a, Pro\u010Dprost\u011Bnemluv\u00ED\u010Desky",
        "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa, \u306A\u305C\u307F\u3093\u306A\u65E5\u672C\u8A9E\u3092\u8A71\u3057\u3066\u304F\u308C\u306A\u3044\u306E\u304B",
        "-> $1.00 <--, -> $1.00 <-"
    })
    void samplesOfTheDocumentAreDecoded(String encoded, String text) {
        assertEquals(Optional.of(text), Punycode.decode(encoded));
    }

    @Test
    void digitsAreReadInBothCases() {
        assertEquals(Optional.of("m\u00FCnchen"), Punycode.decode("mnchen-3YA"));
        assertEquals(Optional.of("\u00E4"), Punycode.decode("4ca"));
        assertEquals(Punycode.decode("4ca"), Punycode.decode("4CA"));
    }

    @Test
    void plainTextStandsBeforeTheLastHyphen() {
        assertEquals(Optional.of(""), Punycode.decode(""));
        assertEquals(Optional.of("a"), Punycode.decode("a-"));
        assertEquals(Optional.of("a-b"), Punycode.decode("a-b-"));
        assertEquals(Optional.of(""), Punycode.decode("-"));
        assertEquals(
                Optional.of("a-\u00E4"), Punycode.decode(IDN.toASCII("a-\u00E4").substring(4)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "z",
                "zz",
                "a-z",
                "99999999",
                "zzzzzzzzzzzz",
                "a b",
                "4c\u00E4",
                "-4c_",
                "a-:",
                "a-/",
                "a-{",
                "a-@",
                "a-[",
                "a-`"
            })
    void whatBreaksOffOrRunsOverIsNoText(String label) {
        assertEquals(Optional.empty(), Punycode.decode(label));
    }

    @Test
    void surrogatesAndWhatLiesBeyondUnicodeAreNoText() {
        // One code point each, encoded with the arithmetic of RFC 3492 section 6.3 for a string of length one.
        for (int point : List.of(0xD800, 0xDFFF, 0x110000)) {
            assertEquals(Optional.empty(), Punycode.decode(one(point)), Integer.toHexString(point));
        }
        for (int point : List.of(0x80, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF)) {
            assertEquals(
                    Optional.of(Character.toString(point)), Punycode.decode(one(point)), Integer.toHexString(point));
        }
    }

    private static String one(int point) {
        StringBuilder digits = new StringBuilder();
        int q = point - 0x80;
        for (int k = 36; ; k += 36) {
            int t = k <= 72 ? 1 : Math.min(k - 72, 26);
            if (q < t) {
                return digits.append(digit(q)).toString();
            }
            digits.append(digit(t + (q - t) % (36 - t)));
            q = (q - t) / (36 - t);
        }
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }
}
