package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cairn.ca.x509.Fingerprint;
import cairn.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Any part of a journal can be read alone, and is what a reading of the whole finds there. */
final class JournalWindowsTest {
    private static final int BATCHES = 300;
    private static final int OF_A_BATCH = 7;
    private static final long ENTRIES = (long) BATCHES * OF_A_BATCH;

    private final MemoryFile file = new MemoryFile();
    private final JournalWindows windows = new JournalWindows();
    private FileJournal journal;
    private final List<JournalEntry> whole = new ArrayList<>();

    @BeforeEach
    void write() throws Exception {
        journal = FileJournal.create(file, "w-1", "ann", SettableClock.at("2030-01-01T00:00:00Z"));
        for (int i = 0; i < BATCHES; i++) {
            int first = i * OF_A_BATCH;
            whole.addAll(journal.append(LongStream.range(first, first + OF_A_BATCH)
                    .<AuditEvent>mapToObj(AuditEvent.JournalVerified::new)
                    .toList()));
        }
        assertEquals(ENTRIES, windows.follow(file, Progress.NONE));
    }

    @Test
    void everyWindowHoldsWhatTheWholeHoldsThere() throws Exception {
        for (long first = 1; first <= ENTRIES; first += 97) {
            for (long length : new long[] {1, 2, 6, 7, 8, 600}) {
                long last = Math.min(ENTRIES, first + length - 1);
                assertEquals(
                        whole.subList((int) first - 1, (int) last),
                        windows.read(file, first, last),
                        first + " to " + last);
            }
        }
    }

    @Test
    void chainValuesAreThoseOfTheEntriesAndTheFirstIsTheHeaders() throws Exception {
        assertEquals(JournalScan.of(file, 0).mark().orElseThrow().chain(), windows.chainOf(file, 0));
        for (long each : new long[] {1, 7, 8, 511, 512, 513, 514, ENTRIES}) {
            assertEquals(whole.get((int) each - 1).chain(), windows.chainOf(file, each), "entry " + each);
        }
    }

    @Test
    void whatIsAppendedIsSeenAfterwardsAndNotBefore() throws Exception {
        journal.append(new AuditEvent.WorkspaceClosed());
        assertEquals(List.of(), windows.read(file, ENTRIES + 1, ENTRIES + 1));
        assertEquals(ENTRIES + 1, windows.follow(file, Progress.NONE));
        assertEquals(
                new AuditEvent.WorkspaceClosed(),
                windows.read(file, ENTRIES + 1, ENTRIES + 1).getFirst().event());
    }

    @Test
    void linesComeOneByOneWithTheOctetsThatTheirChainGoesOver() throws Exception {
        List<Long> seen = new ArrayList<>();
        byte[][] chain = {windows.chainOf(file, 499).octets()};
        windows.<RuntimeException>lines(file, 500, 1700, Progress.NONE, (sequence, json, value) -> {
            seen.add(sequence);
            chain[0] = JournalFrame.chain(chain[0], json, 0, json.length);
            assertEquals(Fingerprint.ofDigest(chain[0]), value, "entry " + sequence);
            assertEquals('{', new String(json, StandardCharsets.UTF_8).charAt(0));
        });
        assertEquals(LongStream.rangeClosed(500, 1700).boxed().toList(), seen);
    }

    @Test
    void somebodyWhoStopsIsObeyed() throws Exception {
        List<Long> seen = new ArrayList<>();
        windows.<RuntimeException>lines(
                file, 1, ENTRIES, (done, total) -> done == 0, (sequence, json, chain) -> seen.add(sequence));
        assertEquals(512, seen.size());
        JournalWindows others = new JournalWindows();
        assertEquals(OF_A_BATCH, others.follow(file, (done, total) -> false));
    }

    /** An octet in the middle is damage to those who read there, and to nobody else. */
    @Test
    void damageIsFoundByWhoReadsThere() throws Exception {
        byte[] octets = file.content();
        octets[octets.length / 2] ^= 1;
        MemoryFile damaged = new MemoryFile(octets);
        assertEquals(whole.subList(0, 10), windows.read(damaged, 1, 10));
        assertThrows(JournalException.class, () -> windows.read(damaged, 900, 1200));
    }
}
