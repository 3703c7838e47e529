package cairn.ca.lint.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.ca.x509.MalformedException;
import java.util.HexFormat;

/** Elements out of hexadecimal digits. */
final class Read {
    /** A reader of one part of a certificate. */
    interface Reader {
        Object read(Element element) throws MalformedException;
    }

    private Read() {}

    /** The only element; spaces between the digits are for the eye. */
    static Element hex(String digits) throws MalformedException {
        return Element.root(HexFormat.of().parseHex(digits.replace(" ", "")));
    }

    static ExtensionSet set(String digits) throws MalformedException {
        return ExtensionSet.of(hex(digits));
    }

    /** The reader refuses each of these, which are all elements, with these words. */
    static void refused(Reader reader, String words, String... all) throws MalformedException {
        for (String digits : all) {
            Element element = hex(digits);
            MalformedException refusal = assertThrows(MalformedException.class, () -> reader.read(element), digits);
            String said = String.valueOf(refusal.getMessage());
            assertEquals(words, said.replaceAll(" \\(offset \\d+\\)", ""), digits);
        }
    }
}
