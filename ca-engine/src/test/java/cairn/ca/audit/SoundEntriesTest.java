package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.SettableClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is in front of the damage is read, whatever the damage is. */
final class SoundEntriesTest {
    private final SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
    private final List<AuditEvent> events = Examples.all();
    private final List<JournalEntry> seen = new ArrayList<>();
    private int secondFrame;
    private int lastFrame;
    private byte[] whole = new byte[0];

    @BeforeEach
    void threeBatches() throws Exception {
        MemoryFile file = new MemoryFile();
        FileJournal journal = FileJournal.create(file, "w-1", "ann", clock);
        journal.append(events.subList(0, 2));
        secondFrame = (int) file.size();
        journal.append(events.subList(2, 6));
        lastFrame = (int) file.size();
        journal.append(events.subList(6, 8));
        whole = file.content();
    }

    private void read(byte[] content) throws JournalException {
        seen.clear();
        new SoundEntries(new MemoryFile(content)).<RuntimeException>read(seen::addAll);
    }

    private List<AuditEvent> events() {
        return seen.stream().map(JournalEntry::event).toList();
    }

    @Test
    void ofAnIntactJournalEveryEntryIsRead() throws Exception {
        read(whole);
        assertEquals(events.subList(0, 8), events());
        assertEquals(8, seen.getLast().sequence());
    }

    /** As the verification does, which says at which entry the damage shows. */
    @Test
    void whateverOctetIsWrongTheEntriesBeforeItAreRead() throws Exception {
        for (int i = secondFrame; i < lastFrame; i++) {
            byte[] flipped = whole.clone();
            flipped[i] ^= 1;
            JournalException e = assertThrows(JournalException.class, () -> read(flipped));
            JournalVerification.Defect defect = JournalVerifier.verify(new MemoryFile(flipped), Optional.empty())
                    .defect()
                    .orElseThrow();
            assertTrue(String.valueOf(e.getMessage()).contains("damaged at entry " + defect.sequence()), e.toString());
            assertEquals(events.subList(0, (int) defect.sequence() - 1), events());
        }
    }

    @Test
    void anEndThatIsNotCompleteIsNoDamage() throws Exception {
        for (int end = lastFrame; end < whole.length; end++) {
            read(Arrays.copyOf(whole, end));
            assertEquals(events.subList(0, 6), events());
        }
    }

    @Test
    void aFrameThatWasTakenOutIsMissed() {
        byte[] shorter = Arrays.copyOf(whole, whole.length - (lastFrame - secondFrame));
        System.arraycopy(whole, lastFrame, shorter, secondFrame, whole.length - lastFrame);
        JournalException e = assertThrows(JournalException.class, () -> read(shorter));
        assertTrue(e.toString().contains("damaged at entry 3"), e.toString());
        assertEquals(events.subList(0, 2), events());
    }

    @Test
    void whatIsNoJournalIsSaid() {
        assertThrows(JournalException.class, () -> read(new byte[] {1, 2, 3}));
    }
}
