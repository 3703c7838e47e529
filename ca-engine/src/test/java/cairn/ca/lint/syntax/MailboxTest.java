package cairn.ca.lint.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail addresses, at the boundaries of RFC 5321 section 4.1.2. */
class MailboxTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "a.b@c",
                "!#$%&'*+/=?^_`{|}~-@b",
                "\"a\"@b",
                "\" \"@b",
                "\"a@b\"@c",
                "\"~\"@b",
                "a@1.2.3.4",
                "a@b-c.d",
                "1@2",
                "a-@b",
                "-a@b"
            })
    void addresses(String text) {
        assertTrue(Mailbox.isAddress(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a",
                "a@",
                "@b",
                "a@@b",
                "a@b@c",
                "a b@c",
                "a@b c",
                "a..b@c",
                ".a@c",
                "a.@c",
                "a@.c",
                "a@c.",
                "a@c..d",
                "a@-c",
                "a@c-",
                "a@b_c",
                "(a)@b",
                "a,b@c",
                "a:b@c",
                "a;b@c",
                "<a@b>",
                "a@<b>",
                "a\\b@c",
                "[a]@b",
                "\"@b",
                "\"\"@b",
                "\"a@b",
                "a\"@b",
                "\"\u007F\"@b",
                "\"\u001F\"@b",
                "\"\u00E4\"@b",
                "\u00E4@b",
                "a@\u00E4"
            })
    void noAddresses(String text) {
        assertFalse(Mailbox.isAddress(text));
    }

    @Test
    void theLastAtSignDivides() {
        assertTrue(Mailbox.isAddress("\"a@b@c\"@d"));
        assertFalse(Mailbox.isAddress("\"a\"@b@d"));
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void theLocalPartHas64Characters(int length, boolean good) {
        assertEquals(good, Mailbox.isAddress("a".repeat(length) + "@b"));
        assertEquals(good, Mailbox.isAddress("\"" + "a".repeat(length - 2) + "\"@b"));
    }

    @Test
    void theDomainHas253CharactersAndItsLabels63() {
        String longest = "abcdefg.".repeat(31) + "abcde";
        assertTrue(Mailbox.isDomain(longest));
        assertFalse(Mailbox.isDomain(longest + "f"));
        assertTrue(Mailbox.isDomain("a".repeat(63)));
        assertFalse(Mailbox.isDomain("a".repeat(64)));
        assertTrue(Mailbox.isDomain("localhost"));
        assertFalse(Mailbox.isDomain(""));
        assertFalse(Mailbox.isDomain("*.example.org"));
    }
}
