package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames are found whatever their sizes are against the window through which the file is read. */
final class FrameReaderTest {
    static final int WINDOW = 256 << 10;
    private static final byte[] CHAIN = new byte[JournalFrame.CHAIN];

    /** A frame with one entry whose JSON is so long; its content depends on the length. */
    private static byte[] frame(int json) {
        byte[] line = new byte[json];
        new Random(json).nextBytes(line);
        return JournalFrame.encode(List.of(line), List.of(CHAIN));
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static FrameReader reader(byte[] content) {
        return new FrameReader(new MemoryFile(content), 0, content.length);
    }

    private static void assertReadBack(List<Integer> sizes) throws IOException {
        List<byte[]> frames = new ArrayList<>();
        sizes.forEach(size -> frames.add(frame(size)));
        FrameReader reader = reader(joined(frames));
        long offset = 0;
        for (byte[] frame : frames) {
            assertFalse(reader.atEnd());
            assertEquals(offset, reader.position());
            JournalFrame read = reader.next().orElseThrow();
            assertEquals(offset, read.offset());
            assertEquals(ByteBuffer.wrap(frame, JournalFrame.HEAD, frame.length - JournalFrame.HEAD), read.content());
            offset += frame.length;
        }
        assertTrue(reader.atEnd());
        assertEquals(Optional.empty(), reader.next());
        assertEquals(offset, reader.position());
    }

    @ParameterizedTest
    @ValueSource(ints = {-46, -45, -44, -43, -42, -9, -8, -7, -4, -1, 0, 1, 8})
    void aFrameThatEndsNearTheWindowsEdgeIsReadAndTheOneBehindItToo(int beyond) throws Exception {
        assertReadBack(List.of(WINDOW + beyond, 5, WINDOW + beyond, 1));
        assertReadBack(List.of(7, WINDOW + beyond, 2 * WINDOW + beyond, 3));
    }

    @Property(tries = 40)
    void anyRowOfFramesIsRead(@ForAll @Size(max = 9) List<@IntRange(min = 1, max = 3 * WINDOW / 2) Integer> sizes)
            throws Exception {
        assertReadBack(sizes);
    }

    @Test
    void noOctetsHoldNoFrame() throws Exception {
        FrameReader reader = reader(new byte[0]);
        assertTrue(reader.atEnd());
        assertEquals(Optional.empty(), reader.next());
        assertEquals(Optional.empty(), reader.unchecked());
        assertEquals(Optional.empty(), reader.goodFrameBehind());
    }

    @Test
    void aFrameStandsStillUntilAllOfItIsThere() throws Exception {
        byte[] whole = frame(60);
        for (int end = 0; end < whole.length; end++) {
            FrameReader reader = reader(Arrays.copyOf(whole, end));
            assertEquals(Optional.empty(), reader.next());
            assertEquals(0, reader.position());
            assertEquals(end == 0, reader.atEnd());
            assertEquals(Optional.empty(), reader.unchecked(), "a length that goes beyond the end is no length");
        }
    }

    @Test
    void whatLiesBeyondTheEndThatWasAskedForIsNotRead() throws Exception {
        byte[] both = joined(List.of(frame(30), frame(31)));
        FrameReader reader = new FrameReader(new MemoryFile(both), 0, frame(30).length);
        assertTrue(reader.next().isPresent());
        assertTrue(reader.atEnd());
        FrameReader inside = new FrameReader(new MemoryFile(both), 0, frame(30).length + 20);
        assertTrue(inside.next().isPresent());
        assertEquals(Optional.empty(), inside.next());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 36, (256 << 20) + 1, Integer.MAX_VALUE})
    void aLengthThatNoFrameHasIsRefusedBeforeAnythingIsRead(int length) throws Exception {
        byte[] frame = frame(40);
        ByteBuffer.wrap(frame).putInt(0, length);
        FrameReader reader = reader(frame);
        assertEquals(Optional.empty(), reader.next());
        assertEquals(Optional.empty(), reader.unchecked());
    }

    @Test
    void theChecksumCoversTheLength() throws Exception {
        byte[] two = joined(List.of(frame(40), frame(41)));
        ByteBuffer.wrap(two).putInt(0, frame(40).length - JournalFrame.HEAD + 1);
        FrameReader reader = reader(two);
        assertEquals(Optional.empty(), reader.next());
        assertTrue(reader.unchecked().isPresent(), "the length is possible, the checksum is not");
        assertEquals(Optional.of((long) frame(40).length), reader.goodFrameBehind());
    }

    @Test
    void aGoodFrameBehindRubbishIsFoundWhereverItStarts() throws Exception {
        for (int rubbish = 1; rubbish < 70; rubbish++) {
            byte[] front = new byte[rubbish];
            Arrays.fill(front, (byte) 0x41);
            FrameReader reader = reader(joined(List.of(front, frame(5))));
            assertEquals(Optional.of((long) rubbish), reader.goodFrameBehind());
            assertEquals(0, reader.position(), "looking ahead moves nothing");
        }
    }

    @Test
    void theSmallestFrameBehindIsFoundAtTheVeryEnd() throws Exception {
        byte[] smallest = frame(1);
        assertEquals(JournalFrame.HEAD + JournalFrame.ENTRY_HEAD + 1, smallest.length);
        assertEquals(
                Optional.of(9L), reader(joined(List.of(new byte[9], smallest))).goodFrameBehind());
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsNamedWithTheOffset() throws Exception {
        MemoryFile file = new MemoryFile(joined(List.of(frame(WINDOW), frame(50))));
        FrameReader reader = new FrameReader(file, 0, file.size());
        assertTrue(reader.next().isPresent());
        long offset = reader.position();
        file.truncate(offset + 10);
        IOException e = assertThrows(IOException.class, reader::next);
        assertEquals("the journal became shorter while it was read (offset " + offset + ")", e.getMessage());
    }

    @Test
    void theOctetsOfAFrameAreTheDocumentedOnes() {
        byte[] chain = new byte[JournalFrame.CHAIN];
        Arrays.fill(chain, (byte) 9);
        byte[] frame = JournalFrame.encode(List.of(new byte[] {1, 2}, new byte[] {3}), List.of(chain, CHAIN));
        ByteBuffer octets = ByteBuffer.wrap(frame);
        assertEquals(4 + 32 + 2 + 4 + 32 + 1, octets.getInt());
        octets.getInt();
        assertEquals(2, octets.getInt());
        byte[] first = new byte[JournalFrame.CHAIN];
        octets.get(first);
        assertTrue(Arrays.equals(chain, first));
        assertEquals(0x0102, octets.getShort());
        assertEquals(1, octets.getInt());
        assertEquals(3, frame[frame.length - 1]);
    }

    @Test
    void anImpossibleEntryLengthInAFrameIsNoEntry() {
        for (int length : new int[] {0, -1, 6, Integer.MAX_VALUE}) {
            ByteBuffer entry = ByteBuffer.allocate(JournalFrame.ENTRY_HEAD + 5).putInt(0, length);
            EntryCursor cursor = new EntryCursor(4, CHAIN);
            assertFalse(cursor.load(entry));
            assertFalse(cursor.step(entry));
            assertEquals(0, entry.position());
            assertEquals(4, cursor.sequence());
        }
        assertFalse(new EntryCursor(0, CHAIN).load(ByteBuffer.allocate(JournalFrame.ENTRY_HEAD - 1)));
    }
}
