package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.SettableClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What an append leaves on the disk when things go well, badly, at once or with an odd clock. */
final class JournalWritingTest {
    private final SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
    private final MemoryFile file = new MemoryFile();

    private FileJournal create() throws JournalException {
        return FileJournal.create(file, "w-1", "ann", clock);
    }

    private static AuditEvent note(int number) {
        return new AuditEvent.JournalVerified(number);
    }

    private List<JournalEntry> read() throws JournalException {
        List<JournalEntry> entries = new ArrayList<>();
        new JournalReading(file, JournalScan.of(file, 0)).fromMark(entries::addAll);
        return entries;
    }

    @Test
    void aDiskThatFillsUpAtAnyOctetLeavesTheBatchesBefore() throws Exception {
        FileJournal first = create();
        first.append(List.of(note(1), note(2)));
        byte[] before = file.content();
        first.append(List.of(note(3), note(4)));
        long whole = file.size();
        for (long size = before.length; size < whole; size++) {
            MemoryFile full = new MemoryFile(before);
            FileJournal journal = FileJournal.open(full, JournalScan.of(full), "ann", clock);
            full.fillUpAt(size);
            assertThrows(JournalException.class, () -> journal.append(List.of(note(3), note(4))));
            assertEquals(2, journal.lastSequence());
            full.fillUpAt(Long.MAX_VALUE);
            FileJournal again = FileJournal.open(full, JournalScan.of(full), "ann", clock);
            assertArrayEquals(before, full.content(), "the torn part is cut off");
            again.append(List.of(note(3), note(4)));
            assertArrayEquals(file.content(), full.content());
        }
    }

    @Test
    void manyThreadsMakeOneChain() throws Exception {
        FileJournal journal = create();
        List<Future<List<JournalEntry>>> appended = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 60; i++) {
                int number = i;
                Callable<List<JournalEntry>> task = () -> journal.append(List.of(note(number), note(-number)));
                appended.add(pool.submit(task));
            }
        }
        List<JournalEntry> all = read();
        assertEquals(120, all.size());
        for (int i = 0; i < appended.size(); i++) {
            List<JournalEntry> pair = appended.get(i).get();
            int at = (int) pair.getFirst().sequence() - 1;
            assertEquals(pair, all.subList(at, at + 2), "a batch stands together");
            assertEquals(note(i), pair.getFirst().event());
        }
        assertTrue(
                JournalVerifier.verify(file, Optional.of(journal.checkpoint())).intact());
    }

    @Test
    void aBatchOfAnotherJournalOrFromBeforeIsVoid() throws Exception {
        FileJournal journal = create();
        FileJournal other = FileJournal.create(new MemoryFile(), "w-1", "ann", clock);
        FileJournal.Prepared foreign = other.prepare(List.of(note(1)));
        assertThrows(IllegalStateException.class, () -> journal.append(foreign));
        FileJournal.Prepared once = journal.prepare(List.of(note(1)));
        assertEquals(once.entries(), journal.append(once));
        assertThrows(IllegalStateException.class, () -> journal.append(once));
        assertEquals(1, read().size());
    }

    @Test
    void preparingWritesNothing() throws Exception {
        FileJournal journal = create();
        byte[] before = file.content();
        int writes = file.writes();
        journal.prepare(Examples.all());
        assertArrayEquals(before, file.content());
        assertEquals(writes, file.writes());
        assertEquals(0, journal.lastSequence());
        assertEquals(Optional.empty(), journal.lastTime());
    }

    @Test
    void theLengthOfAnActorHasALimit() throws Exception {
        create();
        FileJournal longest = FileJournal.open(file, JournalScan.of(file), "a".repeat(200), clock);
        assertEquals(200, longest.append(note(1)).actor().length());
        JournalScan scan = JournalScan.of(file);
        for (String wrong : List.of("", " \t", "a".repeat(201))) {
            assertThrows(IllegalArgumentException.class, () -> FileJournal.open(file, scan, wrong, clock));
        }
    }

    @Test
    void timesAreKeptInMicroseconds() throws Exception {
        FileJournal journal = create();
        clock.set(Instant.parse("2030-01-01T00:00:00.123456789Z"));
        JournalEntry entry = journal.append(note(1));
        assertEquals(Instant.parse("2030-01-01T00:00:00.123456Z"), entry.time());
        assertEquals(List.of(entry), read());
        // The same moment again is not a clock that went back, although its microseconds were cut.
        clock.set(Instant.parse("2030-01-01T00:00:00.123456001Z"));
        assertEquals(1, journal.append(List.of(note(2))).size());
    }

    @Test
    void anAcceptedClockInsideABatchCountsForWhatFollows() throws Exception {
        FileJournal journal = create();
        journal.append(note(1));
        Instant before = clock.instant();
        clock.advance(Duration.ofDays(-1));
        List<JournalEntry> batch =
                journal.append(List.of(note(2), new AuditEvent.ClockAccepted(before, clock.instant(), "ok"), note(3)));
        assertEquals(4, batch.size(), "the clock's going back stands in front");
        assertEquals(Optional.of(clock.instant()), journal.lastTime());
        assertEquals(Optional.of(clock.instant()), JournalScan.of(file).latest());
        clock.advance(Duration.ofMinutes(-1));
        assertEquals(
                new AuditEvent.ClockWentBack(clock.instant().plusSeconds(60), clock.instant()),
                journal.append(List.of(note(4))).getFirst().event());
    }

    @Test
    void aClockThatGoesBackASecondTimeIsToldAgainAfterItWasRight() throws Exception {
        FileJournal journal = create();
        journal.append(note(1));
        clock.advance(Duration.ofSeconds(-10));
        assertEquals(2, journal.append(List.of(note(2))).size());
        clock.advance(Duration.ofSeconds(10));
        assertEquals(
                1, journal.append(List.of(note(3))).size(), "the very moment of the latest entry is no going back");
        clock.advance(Duration.ofNanos(-1000));
        assertEquals(2, journal.append(List.of(note(4))).size());
    }

    @Test
    void theCheckpointIsTheLastEntrysAndTheLatestTime() throws Exception {
        FileJournal journal = create();
        assertEquals(Instant.EPOCH, journal.checkpoint().time());
        assertEquals(JournalScan.of(file).lastChain(), journal.checkpoint().chain());
        JournalEntry entry = journal.append(List.of(note(1), note(2))).getLast();
        assertEquals(new Checkpoint(2, entry.chain(), entry.time()), journal.checkpoint());
        assertEquals(
                journal.checkpoint(),
                JournalVerifier.verify(file, Optional.empty()).checkpoint());
    }

    @Test
    void whatTheDiskSaysIsInTheWords() throws Exception {
        class Failing extends ForwardingFile {
            Failing() {
                super(new MemoryFile());
            }

            @Override
            public void close() throws IOException {
                throw new IOException("stale handle");
            }
        }
        FileJournal journal = FileJournal.create(new Failing(), "w-1", "ann", clock);
        JournalException e = assertThrows(JournalException.class, journal::close);
        assertEquals("the journal cannot be written: stale handle", e.getMessage());
        journal.close();
        JournalException closed = assertThrows(JournalException.class, () -> journal.append(List.of()));
        assertEquals("the journal is closed", closed.getMessage());
    }

    @Test
    void aFileThatCannotBeReadIsNotTakenForAnEmptyOne() {
        class Failing extends ForwardingFile {
            Failing() {
                super(new MemoryFile());
            }

            @Override
            public int read(long position, ByteBuffer into) throws IOException {
                throw new IOException("Input/output error");
            }
        }
        Failing failing = new Failing();
        for (JournalException e : List.of(
                assertThrows(JournalException.class, () -> JournalScan.of(failing)),
                assertThrows(JournalException.class, () -> JournalVerifier.verify(failing, Optional.empty())))) {
            assertEquals("the journal cannot be read: Input/output error", e.getMessage());
        }
    }

    @Test
    void aFlushThatFailsAtOpeningOpensNothing() throws Exception {
        create().append(note(1));
        JournalScan scan = JournalScan.of(file);
        file.failForce(true);
        JournalException e = assertThrows(JournalException.class, () -> FileJournal.open(file, scan, "ann", clock));
        assertEquals("the journal cannot be written: Input/output error", e.getMessage());
        MemoryFile fresh = new MemoryFile();
        fresh.failForce(true);
        assertThrows(JournalException.class, () -> FileJournal.create(fresh, "w-1", "ann", clock));
    }
}
