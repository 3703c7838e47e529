package cairn.ca.x509;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels, headers, line ends and base64 of textual blocks, right and nearly right. */
final class PemFormTest {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----\n";
    private static final String END = "-----END CERTIFICATE-----\n";

    @Property(tries = 600)
    void base64IsWhatThePlatformTakesForIt(@ForAll("nearlyBase64") String text) throws Exception {
        String bare = text.replaceAll("\\s", "");
        Optional<byte[]> platform = Optional.empty();
        try {
            platform = bare.length() % 4 == 0 ? Optional.of(Base64.getDecoder().decode(bare)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            assertTrue(platform.isEmpty());
        }
        PemBlock block = only(BEGIN + text + "\n" + END);
        if (platform.isPresent()) {
            assertArrayEquals(platform.get(), block.content(), text);
        } else {
            MalformedException refusal = assertThrows(MalformedException.class, block::content, text);
            assertTrue(refusal.where().matches("line [0-9]+"), refusal::getMessage);
        }
    }

    @Provide
    Arbitrary<String> nearlyBase64() {
        Arbitrary<String> alphabet = Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars('+', '/')
                .ofMaxLength(14);
        Arbitrary<String> ends = Arbitraries.of("", "=", "==", "===", "\n", " ", "A", "=A", "\t==", "*", "-");
        return alphabet.tuple3()
                .flatMap(parts -> ends.tuple3()
                        .map(marks -> parts.get1()
                                + marks.get1()
                                + parts.get2()
                                + marks.get2()
                                + parts.get3()
                                + marks.get3()));
    }

    @ParameterizedTest
    @CsvSource({
        "AA_A, a character that is not base64, line 2",
        "AA-A, a character that is not base64, line 2",
        "AAAA\u00E4, a character that is not base64, line 2",
        "AA=A, base64 goes on behind its padding, line 2",
        "A, base64 that ends in the middle, line 3",
        "AA, base64 that ends in the middle, line 3",
        "AAA, base64 that ends in the middle, line 3",
        "AA=, base64 that ends in the middle, line 3",
        "AAA==, base64 that ends in the middle, line 3",
        "AAAA=, base64 that ends in the middle, line 3",
        "=, base64 that ends in the middle, line 3",
        "A===, base64 that ends in the middle, line 3"
    })
    void nearlyBase64IsRefusedInWords(String text, String words, String where) throws Exception {
        PemBlock block = only(BEGIN + text + "\n" + END);
        MalformedException refusal = assertThrows(MalformedException.class, block::content);
        assertTrue(refusal.what().contains(words), refusal::getMessage);
        assertEquals(where, refusal.where());
    }

    @Test
    void theLineOfAWrongCharacterCountsHeadersAndTheTextBefore() throws Exception {
        PemBlock block = only("remark\n\n" + BEGIN + "X-Note: one\n two\n\nAAAA\nAA*A\n" + END);
        assertEquals(
                "line 8", assertThrows(MalformedException.class, block::content).where());
        assertEquals(3, block.line());
    }

    @Test
    void anEmptyBlockHasNoOctets() throws Exception {
        assertEquals(0, only(BEGIN + END).content().length);
        assertEquals(BEGIN + END, Pem.write("CERTIFICATE", new byte[0]));
    }

    @ParameterizedTest
    @CsvSource({"48, 1", "49, 2", "96, 2", "97, 3"})
    void linesAreFullBeforeTheNextBegins(int octets, int lines) {
        String text = Pem.write("CMS", new byte[octets]);
        assertEquals(lines + 2, text.lines().count());
        assertEquals(64, text.lines().toList().get(1).length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A ", " A", "A  B", "A--B", "-A", "A-", "A\nB", "A\u00E4", "A\tB"})
    void labelsThatAreNoneAreNotWritten(String label) {
        assertThrows(IllegalArgumentException.class, () -> Pem.write(label, new byte[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "X509 CRL", "X-Y", "A B C", "PKCS7"})
    void labelsAreWrittenAndReadBack(String label) throws Exception {
        assertEquals(label, only(Pem.write(label, new byte[5])).label());
    }

    @ParameterizedTest
    @CsvSource({"1, true", "75, true", "76, false", "200, false"})
    void labelsHaveALongestLength(int length, boolean good) {
        String label = "L".repeat(length);
        String text = "-----BEGIN " + label + "-----\n-----END " + label + "-----\n";
        if (good) {
            assertEquals(label, only(text).label());
        } else {
            refused(text, "does not end in five hyphens", "line 1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN CERTIFICATE----\n",
                "-----BEGIN CERTIFICATE\n",
                "-----BEGIN \n",
                "-----BEGIN CERTIFICATE----- x\n",
                "-----BEGIN ----\n"
            })
    void aBeginLineEndsInFiveHyphens(String line) {
        refused("x\n" + line + "AAAA\n" + END, "does not end in five hyphens", "line 2");
        assertEquals(Optional.empty(), Pem.firstLabel(line.getBytes(ISO_8859_1)));
        assertTrue(Pem.isPem(line.getBytes(ISO_8859_1)));
    }

    @Test
    void labelsAreShownHarmlessly() {
        String text = "-----BEGIN A\u001B[2J-----\n-----END A\u001B[2J-----\n";
        assertEquals("A[U+001B][2J", only(text).label());
        refused("-----BEGIN CERTIFICATE-----\n-----END \u0007-----\n", "END [U+0007] closes BEGIN", "line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"----BEGIN CERTIFICATE-----", "x-----BEGIN CERTIFICATE-----", "-----begin CERTIFICATE-----"})
    void otherLinesBeginNothing(String line) throws Exception {
        byte[] file = (line + "\nAAAA\n").getBytes(ISO_8859_1);
        assertFalse(Pem.isPem(file));
        assertEquals(List.of(), Pem.read(file));
        assertEquals(Optional.empty(), Pem.firstLabel(file));
    }

    @Test
    void aBlockWithoutEndNamesItsBeginLine() {
        refused("\n" + BEGIN + "AAAA\n", "BEGIN CERTIFICATE has no END: the file is cut off", "line 2");
        refused(BEGIN + "AAAA\n" + BEGIN, "in line 1 has no END before the next BEGIN", "line 3");
        refused("-----BEGIN NOTE-----\nAAAA\n", "BEGIN NOTE has no END", "line 1");
        refused(BEGIN + END + END, "an END line without its BEGIN", "line 3");
        refused(BEGIN + "-----END CERTIFICATE\n", "does not end in five hyphens", "line 2");
    }

    @Test
    void headersEndWithTheFirstLineThatIsNone() throws Exception {
        assertArrayEquals(
                new byte[] {0, 0, 0},
                only(BEGIN + "Key-1: x\n\tmore\n\nAAAA\n" + END).content());
        assertArrayEquals(
                new byte[] {0, 0, 0}, only(BEGIN + "Key: x\nAAAA\n" + END).content());
        PemBlock late = only(BEGIN + "AAAA\nKey: x\n" + END);
        assertEquals(
                "line 3", assertThrows(MalformedException.class, late::content).where());
        PemBlock unnamed = only(BEGIN + ": x\nAAAA\n" + END);
        assertThrows(MalformedException.class, unnamed::content);
        PemBlock spaced = only(BEGIN + "Key Word: x\nAAAA\n" + END);
        assertThrows(MalformedException.class, spaced::content);
    }

    @Test
    void onlyAHeaderTellsOfEncryption() throws Exception {
        assertTrue(only(BEGIN + "Proc-Type: 4,ENCRYPTED\n\nAAAA\n" + END).isEncrypted());
        assertTrue(only(BEGIN + "Proc-Type: 4,\n ENCRYPTED\n\nAAAA\n" + END).isEncrypted());
        assertFalse(only(BEGIN + "Proc-Type: 4,CLEAR\n\nAAAA\n" + END).isEncrypted());
        assertFalse(only("Proc-Type: 4,ENCRYPTED\n" + BEGIN + "AAAA\n" + END).isEncrypted());
    }

    @ParameterizedTest
    @CsvSource({"50, true", "51, false"})
    void fiftyHeadersAreEnough(int count, boolean good) throws Exception {
        PemBlock block = only(BEGIN + "K: v\n".repeat(count) + "AAAA\n" + END);
        if (good) {
            assertEquals(3, block.content().length);
        } else {
            assertThrows(MalformedException.class, block::content);
        }
    }

    @Test
    void aHundredThousandBlocksAreEnough() throws Exception {
        String block = "-----BEGIN A-----\n-----END A-----\n";
        assertEquals(
                Pem.MAX_BLOCKS,
                Pem.read(block.repeat(Pem.MAX_BLOCKS).getBytes(ISO_8859_1)).size());
        refused(block.repeat(Pem.MAX_BLOCKS + 1), "more than 100000 blocks", "line " + (2 * Pem.MAX_BLOCKS + 1));
    }

    @Test
    void linesAreCountedAlikeWhateverEndsThem() {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            String text = ("a\nb\n\n" + BEGIN + "AAAA\nAA*A\n" + END).replace("\n", end);
            PemBlock block = only(text);
            assertEquals(4, block.line());
            assertEquals(
                    "line 6",
                    assertThrows(MalformedException.class, block::content).where());
        }
    }

    private static PemBlock only(String text) {
        try {
            List<PemBlock> blocks = Pem.read(text.getBytes(ISO_8859_1));
            assertEquals(1, blocks.size());
            return blocks.getFirst();
        } catch (MalformedException e) {
            throw new AssertionError(text, e);
        }
    }

    private static void refused(String text, String words, String where) {
        MalformedException refusal = assertThrows(MalformedException.class, () -> Pem.read(text.getBytes(ISO_8859_1)));
        assertTrue(refusal.what().contains(words), refusal::getMessage);
        assertEquals(where, refusal.where());
    }
}
