package cairn.ca.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.x509.Fingerprint;
import cairn.testkit.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class FileJournalTest {
    private final SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
    private final MemoryFile file = new MemoryFile();

    private FileJournal create() throws JournalException {
        return FileJournal.create(file, "w-1", "ann", clock);
    }

    private FileJournal reopen() throws JournalException {
        return FileJournal.open(file, JournalScan.of(file), "bob", clock);
    }

    private static AuditEvent note(int number) {
        return new AuditEvent.JournalVerified(number);
    }

    private static List<JournalEntry> read(MemoryFile file) throws JournalException {
        List<JournalEntry> entries = new ArrayList<>();
        new JournalReading(file, JournalScan.of(file, 0)).fromMark(entries::addAll);
        return entries;
    }

    @Test
    void whatIsAppendedIsRead() throws Exception {
        FileJournal journal = create();
        List<JournalEntry> appended = new ArrayList<>();
        for (AuditEvent event : Examples.all()) {
            appended.add(journal.append(event));
        }
        appended.addAll(journal.append(Examples.all()));
        assertEquals(appended, read(file));
        assertEquals(appended.size(), journal.lastSequence());
        assertEquals(Optional.of(clock.instant()), journal.lastTime());
        assertEquals("ann", appended.getFirst().actor());
    }

    @Test
    void aBatchIsOneWriteAndOneFlush() throws Exception {
        FileJournal journal = create();
        int writes = file.writes();
        int forces = file.forces();
        journal.append(IntStream.range(0, 1000).mapToObj(FileJournalTest::note).toList());
        assertEquals(writes + 1, file.writes());
        assertEquals(forces + 1, file.forces());
        assertEquals(1000, read(file).size());
    }

    @Test
    void theChainIsTheDocumentedOne() throws Exception {
        FileJournal journal = create();
        JournalEntry first = journal.append(note(1));
        JournalEntry second = journal.append(note(2));
        byte[] json =
                "{\"sequence\":2,\"time\":\"2030-01-01T00:00:00Z\",\"actor\":\"ann\",\"type\":\"JournalVerified\",\"event\":{\"upToSequence\":2}}"
                        .getBytes(StandardCharsets.UTF_8);
        var digest = Fingerprint.sha256();
        digest.update(first.chain().octets());
        digest.update(json);
        assertArrayEquals(digest.digest(), second.chain().octets());
    }

    @Test
    void itGoesOnWhereItEnded() throws Exception {
        create().append(note(1));
        FileJournal again = reopen();
        assertEquals(1, again.lastSequence());
        JournalEntry second = again.append(note(2));
        assertEquals(2, second.sequence());
        assertEquals("bob", second.actor());
        assertEquals(2, read(file).size());
    }

    @Test
    void aFullDiskStopsEverythingUntilItIsOpenedAgain() throws Exception {
        FileJournal journal = create();
        journal.append(note(1));
        file.fillUpAt(file.size() + 30);
        JournalException e = assertThrows(JournalException.class, () -> journal.append(note(2)));
        assertTrue(e.toString().contains("No space left on device"), e.toString());
        file.fillUpAt(Long.MAX_VALUE);
        JournalException next = assertThrows(JournalException.class, () -> journal.append(note(3)));
        assertTrue(next.toString().contains("until the workspace is opened again"), next.toString());
        assertEquals(1, journal.lastSequence());
        assertEquals(30, JournalScan.of(file).tornOctets());
        FileJournal again = reopen();
        assertEquals(2, again.append(note(4)).sequence());
        assertEquals(0, JournalScan.of(file).tornOctets());
    }

    @Test
    void afterAFailedFlushNobodyKnowsAndNothingIsWritten() throws Exception {
        FileJournal journal = create();
        file.failForce(true);
        assertThrows(JournalException.class, () -> journal.append(note(1)));
        file.failForce(false);
        assertThrows(JournalException.class, () -> journal.append(note(2)));
        assertThrows(JournalException.class, () -> journal.append(List.of()));
    }

    @Test
    void aClosedJournalTakesNothing() throws Exception {
        FileJournal journal = create();
        journal.close();
        journal.close();
        assertThrows(JournalException.class, () -> journal.append(note(1)));
    }

    @Test
    void aBatchThatWasOvertakenIsVoid() throws Exception {
        FileJournal journal = create();
        FileJournal.Prepared early = journal.prepare(List.of(note(1)));
        journal.append(note(2));
        assertThrows(IllegalStateException.class, () -> journal.append(early));
        assertThrows(IllegalArgumentException.class, () -> journal.prepare(List.of()));
        assertEquals(1, read(file).size());
    }

    @Test
    void aClockThatWentBackIsRecordedOnceAndRemembered() throws Exception {
        FileJournal journal = create();
        journal.append(note(1));
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(-1));
        List<JournalEntry> noticed = journal.append(List.of(note(2)));
        assertEquals(
                List.of(new AuditEvent.ClockWentBack(before, clock.instant()), note(2)),
                noticed.stream().map(JournalEntry::event).toList());
        assertEquals(note(3), journal.append(note(3)).event());
        assertEquals(4, journal.lastSequence());
        assertEquals(Optional.of(before), journal.lastTime());
        FileJournal again = reopen();
        assertEquals(Optional.of(before), again.lastTime());
        assertEquals(2, again.append(List.of(note(4))).size());
        clock.set(before.plusSeconds(1));
        assertEquals(1, again.append(List.of(note(5))).size());
        assertEquals(Optional.of(clock.instant()), again.lastTime());
    }

    @Test
    void peopleMayAcceptTheClock() throws Exception {
        FileJournal journal = create();
        journal.append(note(1));
        Instant before = clock.instant();
        clock.advance(Duration.ofDays(-3650));
        journal.append(new AuditEvent.ClockAccepted(before, clock.instant(), "the clock was ten years ahead"));
        assertEquals(Optional.of(clock.instant()), journal.lastTime());
        assertEquals(1, journal.append(List.of(note(2))).size());
        assertEquals(Optional.of(clock.instant()), reopen().lastTime());
    }

    @Test
    void aNewJournalNeedsAnEmptyFileAndAWorkspacesName() {
        assertThrows(
                JournalException.class, () -> FileJournal.create(new MemoryFile(new byte[] {1}), "w-1", "ann", clock));
        assertThrows(IllegalArgumentException.class, () -> FileJournal.create(file, "no blanks", "ann", clock));
        assertThrows(IllegalArgumentException.class, () -> FileJournal.create(new MemoryFile(), "w-1", " ", clock));
    }

    @Test
    void anEmptyJournalStartsAtZero() throws Exception {
        FileJournal journal = create();
        assertEquals(0, journal.lastSequence());
        assertEquals(Optional.empty(), journal.lastTime());
        assertFalse(JournalScan.of(file).last().isPresent());
        assertEquals(0, journal.checkpoint().sequence());
    }

    @Property(tries = 30)
    void batchesOfAnySizeAreReadBack(@ForAll @Size(max = 12) List<@IntRange(min = 1, max = 40) Integer> sizes)
            throws Exception {
        MemoryFile any = new MemoryFile();
        FileJournal journal = FileJournal.create(any, "w-2", "ann", clock);
        List<JournalEntry> appended = new ArrayList<>();
        List<AuditEvent> events = Examples.all();
        for (int size : sizes) {
            List<AuditEvent> batch = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                batch.add(events.get((appended.size() + i * 7) % events.size()));
            }
            appended.addAll(journal.append(batch));
        }
        assertEquals(appended, read(any));
        for (long mark = 0; mark <= appended.size(); mark++) {
            List<JournalEntry> rest = new ArrayList<>();
            new JournalReading(any, JournalScan.of(any, mark)).fromMark(rest::addAll);
            assertEquals(appended.subList((int) mark, appended.size()), rest);
        }
    }
}
