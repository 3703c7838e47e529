package cairn.ca.x509;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Textual encodings: what is written is read, noise around is tolerated, damage inside is named with its line. */
final class PemTest {
    private static final byte[] CONTENT = {1, 2, 3, 4, 5};

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll @Size(max = 300) byte[] content) throws MalformedException {
        List<PemBlock> blocks = Pem.read(Pem.write("CERTIFICATE", content).getBytes(ISO_8859_1));
        assertEquals(1, blocks.size());
        assertEquals("CERTIFICATE", blocks.getFirst().label());
        assertArrayEquals(content, blocks.getFirst().content());
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefusedAndNothingElse(@ForAll @Size(max = 400) byte[] noise) {
        tryToRead(noise);
    }

    @Property(tries = 500)
    void aFlippedByteIsReadOrRefusedAndNothingElse(
            @ForAll @IntRange(max = 120) int at, @ForAll @IntRange(min = 1, max = 255) int flip) {
        byte[] file = (Pem.write("X509 CRL", new byte[48]) + "text\n" + Pem.write("CERTIFICATE", CONTENT))
                .getBytes(ISO_8859_1);
        file[at % file.length] ^= (byte) flip;
        tryToRead(file);
    }

    private static void tryToRead(byte[] file) {
        try {
            for (PemBlock block : Pem.read(file)) {
                assertTrue(block.line() > 0);
                block.content();
            }
        } catch (MalformedException e) {
            assertTrue(e.where().startsWith("line ") || e.where().startsWith("offset "), e.where());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", " \n", "\t\r\n", "\n\n"})
    void lineEndingsAndSpaceAroundLinesDoNotMatter(String ending) throws MalformedException {
        String text = Pem.write("CERTIFICATE", new byte[100]).replace("\n", ending);
        assertArrayEquals(
                new byte[100], Pem.read(text.getBytes(ISO_8859_1)).getFirst().content());
    }

    @Test
    void textAroundAndAByteOrderMarkAreSkipped() throws MalformedException {
        String text = "\u00EF\u00BB\u00BF" + Pem.write("CERTIFICATE", CONTENT)
                + "Bag Attributes\n    friendlyName: x\n  " + Pem.write("X509 CRL", CONTENT) + "the end";
        List<PemBlock> blocks = Pem.read(text.getBytes(ISO_8859_1));
        assertEquals(
                List.of("CERTIFICATE", "X509 CRL"),
                blocks.stream().map(PemBlock::label).toList());
        assertEquals(List.of(1, 6), blocks.stream().map(PemBlock::line).toList());
    }

    @Test
    void headersInsideAreNotContentAndTellOfEncryption() throws MalformedException {
        String text =
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n  continued\n\n"
                        + Base64.getEncoder().encodeToString(CONTENT) + "\n-----END RSA PRIVATE KEY-----\n";
        PemBlock block = Pem.read(text.getBytes(ISO_8859_1)).getFirst();
        assertTrue(block.isEncrypted());
        assertArrayEquals(CONTENT, block.content());
    }

    @Test
    void damageIsNamedWithItsLine() {
        assertRefused("-----BEGIN CERTIFICATE-----\nAQID\n", "line 1");
        assertRefused("\n\n-----END CERTIFICATE-----\n", "line 3");
        assertRefused("-----BEGIN CERTIFICATE-----\nAQID\n-----END X509 CRL-----\n", "line 3");
        assertRefused("-----BEGIN CERTIFICATE-----\nAQID\n-----BEGIN CERTIFICATE-----\n", "line 3");
        assertRefused("-----BEGIN CERTIFICATE\nAQID\n", "line 1");
        assertRefused("-----BEGIN CERTIFICATE-----\nAQ?D\n-----END CERTIFICATE-----", "line 2");
        assertRefused("-----BEGIN CERTIFICATE-----\nAQID\nA\n-----END CERTIFICATE-----", "line 4");
        assertRefused("-----BEGIN CERTIFICATE-----\nAQ==\nAQID\n-----END CERTIFICATE-----", "line 3");
        assertRefused("-----BEGIN CERTIFICATE-----\nAQI\n-----END CERTIFICATE-----", "line 3");
    }

    private static void assertRefused(String text, String where) {
        MalformedException refusal = assertThrows(MalformedException.class, () -> {
            for (PemBlock block : Pem.read(text.getBytes(ISO_8859_1))) {
                block.content();
            }
        });
        assertEquals(where, refusal.where(), refusal.getMessage());
    }

    @Test
    void remarksInTheShapeOfAnUnknownBlockAreSkipped() throws MalformedException {
        String text = "-----BEGIN REMARK-----\nanything { }\n" + Pem.write("CERTIFICATE", CONTENT);
        List<PemBlock> blocks = Pem.read(text.getBytes(ISO_8859_1));
        assertEquals(List.of(3), blocks.stream().map(PemBlock::line).toList());
    }

    @Test
    void aWipedBlockHoldsNothing() throws MalformedException {
        PemBlock block =
                Pem.read(Pem.write("PRIVATE KEY", CONTENT).getBytes(ISO_8859_1)).getFirst();
        block.wipe();
        assertThrows(MalformedException.class, block::content);
        assertEquals("PRIVATE KEY in line 1", block.toString());
    }

    @Test
    void textWithoutABlockIsNoPem() throws MalformedException {
        assertFalse(Pem.isPem("hello\n----BEGIN".getBytes(ISO_8859_1)));
        assertEquals(List.of(), Pem.read("hello".getBytes(ISO_8859_1)));
        assertTrue(Pem.firstLabel("x\n-----BEGIN X509 CRL-----\n".getBytes(ISO_8859_1))
                .filter("X509 CRL"::equals)
                .isPresent());
    }

    @Test
    void aLabelThatCouldBreakTheFormIsNotWritten() {
        assertThrows(IllegalArgumentException.class, () -> Pem.write("A\n-----END A-----", CONTENT));
    }
}
