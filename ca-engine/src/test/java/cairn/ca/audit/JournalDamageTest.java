package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What power cuts and hands do to a journal's file. */
final class JournalDamageTest {
    private final SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
    private final MemoryFile file = new MemoryFile();
    private int headerEnd;
    private int lastFrame;
    private byte[] whole = new byte[0];

    @BeforeEach
    void threeBatches() throws Exception {
        FileJournal journal = FileJournal.create(file, "w-1", "ann", clock);
        headerEnd = (int) file.size();
        journal.append(Examples.all().get(8));
        journal.append(Examples.all().subList(0, 3));
        lastFrame = (int) file.size();
        journal.append(Examples.all().subList(9, 12));
        whole = file.content();
    }

    private static MemoryFile with(byte[] content) {
        return new MemoryFile(content);
    }

    @Test
    void anEndTornAtAnyOctetIsCutOff() throws Exception {
        for (int end = lastFrame; end < whole.length; end++) {
            MemoryFile torn = with(Arrays.copyOf(whole, end));
            JournalScan scan = JournalScan.of(torn);
            assertEquals(4, scan.lastSequence());
            assertEquals(end - lastFrame, scan.tornOctets());
            FileJournal journal = FileJournal.open(torn, scan, "ann", clock);
            assertEquals(5, journal.append(new AuditEvent.WorkspaceClosed()).sequence());
            assertEquals(5, JournalScan.of(torn).lastSequence());
        }
    }

    @Test
    void anEndOfZerosOrRubbishIsCutOff() throws Exception {
        for (int end = lastFrame; end < whole.length; end += 7) {
            byte[] zeros = Arrays.copyOf(whole, whole.length + 5000);
            Arrays.fill(zeros, end, zeros.length, (byte) 0);
            assertEquals(4, JournalScan.of(with(zeros)).lastSequence());
            Arrays.fill(zeros, end, zeros.length, (byte) 0x41);
            assertEquals(4, JournalScan.of(with(zeros)).lastSequence());
        }
    }

    @Test
    void aBatchIsThereAsAWholeOrNotAtAll() throws Exception {
        byte[] torn = whole.clone();
        torn[whole.length - 1] ^= 1;
        assertEquals(4, JournalScan.of(with(torn)).lastSequence());
    }

    @Test
    void everyFlippedBitIsFound() throws Exception {
        Checkpoint mark = FileJournal.open(with(whole), JournalScan.of(with(whole)), "ann", clock)
                .checkpoint();
        for (int i = 0; i < whole.length; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            assertFound(i, with(flipped), mark);
        }
    }

    private void assertFound(int place, MemoryFile flipped, Checkpoint mark) throws Exception {
        if (place < headerEnd) {
            assertThrows(JournalException.class, () -> JournalScan.of(flipped));
            assertThrows(JournalException.class, () -> JournalVerifier.verify(flipped, Optional.of(mark)));
            return;
        }
        assertFalse(JournalVerifier.verify(flipped, Optional.empty()).intact(), "octet " + place);
        if (place < lastFrame) {
            assertThrows(JournalException.class, () -> JournalScan.of(flipped), "octet " + place);
        } else {
            // Nobody can tell this from a torn write; the register, which has seen the entries, can.
            JournalScan scan = JournalScan.of(flipped, 7);
            assertEquals(4, scan.lastSequence());
            assertTrue(scan.tornOctets() > 0 && scan.mark().isEmpty());
        }
    }

    @Test
    void damageBeforeTheEndIsRefusedWithItsPlace() {
        byte[] damaged = whole.clone();
        damaged[lastFrame - 1] ^= 1;
        JournalException e = assertThrows(JournalException.class, () -> JournalScan.of(with(damaged)));
        Matcher words = Pattern.compile(
                        "damaged at entry 2 \\(offset (\\d+)\\), and good entries follow at offset " + lastFrame)
                .matcher(e.toString());
        assertTrue(words.find(), e.toString());
        int offset = Integer.parseInt(words.group(1));
        assertTrue(offset > headerEnd && offset < lastFrame);
    }

    @Test
    void aChainThatDoesNotFollowIsRefusedEvenAtTheEnd() throws Exception {
        MemoryFile other = new MemoryFile();
        FileJournal journal = FileJournal.create(other, "w-1", "ann", clock);
        journal.append(Examples.all().get(1));
        byte[] frame = Arrays.copyOfRange(other.content(), headerEnd, (int) other.size());
        byte[] joined = Arrays.copyOf(whole, whole.length + frame.length);
        System.arraycopy(frame, 0, joined, whole.length, frame.length);
        JournalException e = assertThrows(JournalException.class, () -> JournalScan.of(with(joined)));
        assertTrue(e.toString().contains("entry 8 (offset " + whole.length + ")"), e.toString());
    }

    @Test
    void whatIsNoJournalIsRefused() {
        for (byte[] content : List.of(
                new byte[0], new byte[10], "SQLite format 3\0 and more of it".getBytes(StandardCharsets.US_ASCII))) {
            JournalException e = assertThrows(JournalException.class, () -> JournalScan.of(with(content)));
            assertTrue(e.toString().contains("not a journal"), e.toString());
        }
    }

    @Test
    void aNewerFormatIsNamed() {
        byte[] newer = whole.clone();
        newer[11] = 2;
        JournalException e = assertThrows(JournalException.class, () -> JournalScan.of(with(newer)));
        assertTrue(e.toString().contains("format 2, which a newer version of Cairn wrote"), e.toString());
    }

    @Test
    void aFileThatBecomesShorterWhileItIsReadIsNoticed() throws Exception {
        JournalScan scan = JournalScan.of(file, 0);
        file.truncate(lastFrame + 3);
        assertThrows(JournalException.class, () -> new JournalReading(file, scan).fromMark(batch -> {}));
        JournalScan beyond = JournalScan.of(with(whole), 99);
        assertThrows(JournalException.class, () -> new JournalReading(with(whole), beyond).fromMark(batch -> {}));
    }
}
