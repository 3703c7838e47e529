package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.audit.JournalVerification.Kind;
import cairn.testkit.SettableClock;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody who knows the format can do to a journal, and how it shows. */
final class JournalVerifierTest {
    private final SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
    private final MemoryFile file = new MemoryFile();
    private final List<byte[]> frames = new ArrayList<>();
    private byte[] header = new byte[0];
    private Checkpoint checkpoint = new Checkpoint(0, Examples.DIGEST, Examples.TIME);

    @BeforeEach
    void nineEntriesInFiveFrames() throws Exception {
        FileJournal journal = FileJournal.create(file, "w-1", "ann", clock);
        header = file.content();
        int[] sizes = {1, 2, 3, 1, 2};
        int next = 0;
        for (int size : sizes) {
            long start = file.size();
            List<AuditEvent> batch = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                batch.add(new AuditEvent.InterruptionFound("number " + next++));
            }
            journal.append(batch);
            byte[] all = file.content();
            frames.add(Arrays.copyOfRange(all, (int) start, all.length));
        }
        checkpoint = journal.checkpoint();
    }

    private JournalVerification verify(List<byte[]> parts) throws JournalException {
        ByteBuffer all = ByteBuffer.allocate(
                header.length + parts.stream().mapToInt(part -> part.length).sum());
        all.put(header);
        parts.forEach(all::put);
        return JournalVerifier.verify(new MemoryFile(all.array()), Optional.of(checkpoint));
    }

    private static void assertDefect(Kind kind, long sequence, JournalVerification verification) {
        assertEquals(kind, verification.defect().orElseThrow().kind(), verification.toString());
        assertEquals(sequence, verification.defect().orElseThrow().sequence(), verification.toString());
        assertEquals(sequence - 1, verification.entries(), verification.toString());
    }

    /** A frame whose content was changed by somebody who knows about the checksum. */
    private static byte[] edited(byte[] frame, String from, String to) {
        String text = new String(frame, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains(from) && from.length() == to.length());
        return sealed(text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] sealed(byte[] frame) {
        CRC32C crc = new CRC32C();
        crc.update(frame, 0, 4);
        crc.update(frame, 8, frame.length - 8);
        return ByteBuffer.wrap(frame.clone()).putInt(4, (int) crc.getValue()).array();
    }

    @Test
    void anIntactJournalIsFoundIntact() throws Exception {
        JournalVerification verification = verify(frames);
        assertTrue(verification.intact());
        assertEquals(9, verification.entries());
        assertEquals(checkpoint, verification.checkpoint());
    }

    @Test
    void anEditedEntryIsNamed() throws Exception {
        frames.set(2, edited(frames.get(2), "number 4", "number 7"));
        assertDefect(Kind.EDITED, 5, verify(frames));
    }

    @Test
    void anEntryEditedIntoNonsenseIsNamed() throws Exception {
        frames.set(1, edited(frames.get(1), "number 2", "number\0\0"));
        assertDefect(Kind.EDITED, 3, verify(frames));
    }

    @Test
    void removedEntriesAreNamed() throws Exception {
        frames.remove(2);
        JournalVerification verification = verify(frames);
        assertDefect(Kind.REMOVED, 4, verification);
        assertTrue(verification.toString().contains("the entries 4 to 6 are gone"), verification.toString());
    }

    @Test
    void reorderedEntriesAreNamed() throws Exception {
        Collections.swap(frames, 1, 3);
        assertDefect(Kind.REMOVED, 2, verify(frames));
        Collections.swap(frames, 1, 3);
        frames.add(2, frames.get(1));
        assertDefect(Kind.REORDERED, 4, verify(frames));
    }

    @Test
    void aCutTailIsFoundByTheCheckpoint() throws Exception {
        frames.removeLast();
        JournalVerification verification = verify(frames);
        assertDefect(Kind.TAIL_CUT, 8, verification);
        assertTrue(JournalVerifier.verify(file, Optional.empty()).intact());
    }

    @Test
    void anUnfinishedFrameIsATailCut() throws Exception {
        frames.set(4, Arrays.copyOf(frames.get(4), 30));
        assertDefect(Kind.TAIL_CUT, 8, verify(frames));
    }

    @Test
    void aCarelessHandIsFoundByTheChecksum() throws Exception {
        byte[] careless = frames.get(2).clone();
        careless[careless.length - 1] ^= 1;
        frames.set(2, careless);
        assertDefectAt(6, verify(frames));
        frames.get(2)[3] ^= 1;
        assertEquals(Kind.DAMAGED, verify(frames).defect().orElseThrow().kind());
    }

    /** The first two entries of the frame are still good by their chain values; the third is not. */
    private static void assertDefectAt(long sequence, JournalVerification verification) {
        assertEquals(Kind.DAMAGED, verification.defect().orElseThrow().kind());
        assertEquals(sequence, verification.defect().orElseThrow().sequence());
    }

    @Test
    void aJournalWrittenAnewIsNotTheCheckpoints() throws Exception {
        MemoryFile forged = new MemoryFile();
        FileJournal journal = FileJournal.create(forged, "w-1", "ann", clock);
        for (int i = 0; i < 12; i++) {
            journal.append(new AuditEvent.InterruptionFound(i == 3 ? "forged" : "number " + i));
        }
        JournalVerification verification = JournalVerifier.verify(forged, Optional.of(checkpoint));
        assertEquals(Kind.REPLACED, verification.defect().orElseThrow().kind());
        assertEquals(9, verification.defect().orElseThrow().sequence());
        assertTrue(JournalVerifier.verify(forged, Optional.empty()).intact());
    }

    @Test
    void aCheckpointOfEarlierStillHolds() throws Exception {
        MemoryFile more = new MemoryFile(file.content());
        FileJournal.open(more, JournalScan.of(more), "ann", clock).append(new AuditEvent.WorkspaceClosed());
        assertTrue(JournalVerifier.verify(more, Optional.of(checkpoint)).intact());
    }

    @Test
    void aCheckpointIsOneLineOfText() {
        assertEquals("cairn-journal 9 " + checkpoint.chain().hex() + " 2030-01-01T00:00:00Z", checkpoint.text());
        assertEquals(Optional.of(checkpoint), Checkpoint.parse(" " + checkpoint + "\n"));
        for (String wrong :
                List.of("", "cairn-journal 9 abc now", checkpoint.text().replace("2030-01", "2030-13"))) {
            assertEquals(Optional.empty(), Checkpoint.parse(wrong));
        }
    }
}
