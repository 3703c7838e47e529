package cairn.ca.lint;

import static cairn.ca.lint.NameAttributeRulesTest.bad;
import static cairn.ca.lint.NameAttributeRulesTest.common;
import static cairn.ca.lint.RuleProbe.alone;
import static cairn.ca.lint.RuleProbe.silent;

import cairn.ca.lint.view.Oid;
import org.bouncycastle.asn1.DERUTF8String;
import org.junit.jupiter.api.Test;

/** The rules about the text of each attribute of a name: what cannot be seen, what was mixed up, what warns. */
class NameTextRulesTest {
    private static final LintContext INTERNAL = LintContext.internal();

    @Test
    void whiteSpaceAtAnEndIsFoundWhateverItIs() {
        String words = "has white space at an end";
        for (String space : new String[] {" ", "\u2003", "\u3000"}) {
            bad("rfc4518.outer-white-space", space + "a", words);
            bad("rfc4518.outer-white-space", "a" + space, words);
            silent("rfc4518.outer-white-space", common("a" + space + "b"));
        }
        bad("rfc4518.outer-white-space", " ", words);
        silent("rfc4518.outer-white-space", common(""));
        alone("rfc4518.outer-white-space", common("a "), INTERNAL);
    }

    @Test
    void whatCannotBeSeenIsFoundAndShownByItsNumber() {
        String words = "has characters that cannot be seen or that turn the text around";
        int[] unseen = {0, 9, 10, 0x1F, 0x7F, 0x80, 0x9F, 0xAD, 0x200B, 0x202E, 0x2028, 0x2066, 0xFEFF, 0xE000, 0xE0041
        };
        for (int point : unseen) {
            String text = "a" + Character.toString(point) + "b";
            String shown = String.format("a[U+%04X]b", point);
            bad("internal.invisible-characters", Oid.COMMON_NAME, new DERUTF8String(text), shown, words);
        }
        for (int point : new int[] {0x20, 0x7E, 0xA0, 0xE4, 0x1F511, 0x6771}) {
            silent("internal.invisible-characters", common("a" + Character.toString(point) + "b"));
        }
    }

    @Test
    void utf8ReadAsLatin1IsFound() {
        String words = "looks like UTF-8 read as Latin-1";
        for (String text : new String[] {"\u00C2\u0080", "Z\u00C3\u00BCrich", "\u00F4\u00BF", "a\u00E2\u0082"}) {
            RuleProbe.findsOne("internal.text-mix-up", common(text));
        }
        bad("internal.text-mix-up", "Z\u00C3\u00BCrich", words);
        silent(
                "internal.text-mix-up",
                common("\u00C1\u00BF"),
                common("\u00F5\u00BF"),
                common("\u00C3\u00C0"),
                common("\u00C3a"),
                common("\u00BC\u00C3"));
        silent("internal.text-mix-up", common("\u00C3"), common(""));
    }

    @Test
    void aNameThatSaysDoNotTrustIsFound() {
        String words = "says that it is for tests only";
        bad("internal.test-name", "DO NOT TRUST", words);
        bad("internal.test-name", "Please do Not trust this", words);
        silent("internal.test-name", common("DO NOT TRUS"), common("Do trust"), common("DO NOT  TRUST"));
        alone("internal.test-name", common("do not trust"), INTERNAL);
    }
}
