package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first octets of a journal. */
final class JournalHeaderTest {
    /** A header as somebody else would write it from the documentation. */
    private static byte[] header(int version, int length, String id) {
        byte[] name = id.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer octets = ByteBuffer.allocate(20 + name.length);
        octets.put("CAIRNJNL".getBytes(StandardCharsets.US_ASCII))
                .putInt(version)
                .putInt(length)
                .put(name);
        CRC32C crc = new CRC32C();
        crc.update(octets.array(), 0, octets.position());
        return octets.putInt((int) crc.getValue()).array();
    }

    private static String refused(byte[] content) {
        return assertThrows(JournalException.class, () -> JournalHeader.read(new MemoryFile(content)))
                .toString();
    }

    @Test
    void itIsWrittenAsDocumented() throws Exception {
        assertArrayEquals(header(1, 3, "w-1"), new JournalHeader("w-1").encode());
        assertEquals(
                "434149524e4a4e4c0000000100000003772d31",
                HexFormat.of().formatHex(new JournalHeader("w-1").encode(), 0, 19));
        assertArrayEquals(
                MessageDigest.getInstance("SHA-256").digest(header(1, 3, "w-1")),
                new JournalHeader("w-1").firstChain());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 36, 63, 64})
    void anIdentifierOfAnyLengthIsReadWithAndWithoutEntriesBehindIt(int length) throws Exception {
        JournalHeader header = new JournalHeader("Z".repeat(length));
        byte[] alone = header.encode();
        assertEquals(alone.length, header.size());
        assertEquals(header, JournalHeader.read(new MemoryFile(alone)));
        assertEquals(header, JournalHeader.read(new MemoryFile(Arrays.copyOf(alone, alone.length + 300))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a_b", "ä", "a\n", "../x", "a.b"})
    void anotherTextIsNoIdentifier(String id) {
        assertThrows(IllegalArgumentException.class, () -> new JournalHeader(id));
    }

    @Test
    void sixtyFiveCharactersAreTooMany() {
        assertThrows(IllegalArgumentException.class, () -> new JournalHeader("a".repeat(65)));
    }

    @ParameterizedTest
    @CsvSource({
        "2,format 2, which a newer",
        "999,format 999, which a newer",
        "1000,is damaged,",
        "0,is damaged,",
        "-1,is damaged,",
        "16777216,is damaged,",
    })
    void aVersionIsANewerOneOrDamage(int version, String words, String more) {
        String answer = refused(header(version, 3, "w-1"));
        assertTrue(answer.contains(words) && (more == null || answer.contains(more.strip())), answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 2, 4, 65, 1 << 30, Integer.MAX_VALUE})
    void aLengthThatIsNotTheIdentifiersIsDamage(int length) {
        assertTrue(refused(header(1, length, "w-1")).contains("header is damaged (offset 0)"));
    }

    @Test
    void anIdentifierWithAGoodChecksumAndForbiddenLettersNamesNoWorkspace() {
        assertTrue(refused(header(1, 3, "w 1")).contains("names no workspace (offset 16)"));
        assertTrue(refused(header(1, 3, "w\u00e41")).contains("names no workspace (offset 16)"));
    }

    @Test
    void everyPrefixIsRefused() {
        byte[] whole = header(1, 3, "w-1");
        for (int length = 0; length < whole.length; length++) {
            String answer = refused(Arrays.copyOf(whole, length));
            assertTrue(answer.contains(length < 20 ? "not a journal" : "is damaged"), length + ": " + answer);
        }
    }
}
