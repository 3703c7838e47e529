package cairn.ca.audit;

import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The journal as an append-only file. A batch is one frame, one write and one flush. When the clock stands before the
 * latest entry, {@link AuditEvent.ClockWentBack} is put in front of the batch that notices it first; {@link #lastTime()}
 * stays the latest time ever recorded until {@link AuditEvent.ClockAccepted} sets it back.
 */
public final class FileJournal implements AuditJournal {
    private final EntryCodec codec = new EntryCodec();
    private final JournalFile file;
    private final String actor;
    private final InstantSource clock;
    private long end;
    private long sequence;
    private byte[] chain;
    private Optional<Instant> latest;
    private boolean behind;
    private Optional<IOException> broken = Optional.empty();
    private boolean closed;

    private FileJournal(JournalFile file, JournalScan scan, String actor, InstantSource clock) {
        this.file = file;
        this.actor = actor;
        this.clock = clock;
        this.end = scan.goodEnd();
        this.sequence = scan.lastSequence();
        this.chain = scan.lastChain().octets();
        this.latest = scan.latest();
    }

    /** Makes an empty journal in an empty file; durable when this returns, as far as the file's name is. */
    public static FileJournal create(JournalFile file, String workspaceId, String actor, InstantSource clock)
            throws JournalException {
        JournalHeader header = new JournalHeader(workspaceId);
        try {
            if (file.size() != 0) {
                throw new JournalException("a new journal needs an empty file");
            }
            file.write(0, ByteBuffer.wrap(header.encode()));
            file.force();
        } catch (IOException e) {
            throw unwritable(e);
        }
        return open(file, JournalScan.of(file), actor, clock);
    }

    /**
     * Goes on behind the last good entry; a torn end is cut off now.
     *
     * @param scan of this file, just made
     * @param actor who acts from now on, at most 200 characters
     */
    public static FileJournal open(JournalFile file, JournalScan scan, String actor, InstantSource clock)
            throws JournalException {
        if (actor.isBlank() || actor.length() > 200) {
            throw new IllegalArgumentException("an actor is 1 to 200 characters");
        }
        try {
            if (scan.tornOctets() > 0) {
                file.truncate(scan.goodEnd());
            }
            // Also without a torn end: the last batch may have been written and not flushed by a program that died.
            file.force();
        } catch (IOException e) {
            throw unwritable(e);
        }
        return new FileJournal(file, scan, actor, clock);
    }

    /** As promised by the interface; a {@code ClockWentBack} that was added stands first in the result. */
    @Override
    public synchronized List<JournalEntry> append(List<AuditEvent> events) throws JournalException {
        if (events.isEmpty()) {
            requireUsable();
            return List.of();
        }
        return append(prepare(events));
    }

    /**
     * Makes the entries for events, not empty, without writing them, so that the caller can find out whether it is able to follow.
     * Whatever is appended meanwhile makes the batch void.
     */
    public synchronized Prepared prepare(List<AuditEvent> events) throws JournalException {
        requireUsable();
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a batch has at least one event");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean back = latest.isPresent() && now.isBefore(latest.get());
        Prepared batch = new Prepared(now, this);
        if (back && !behind) {
            batch.add(new AuditEvent.ClockWentBack(latest.get(), now));
        }
        events.forEach(batch::add);
        batch.frame = JournalFrame.encode(batch.lines, batch.chains);
        return batch;
    }

    /** Appends a prepared batch, with the promise of {@link #append(List)}. */
    public synchronized List<JournalEntry> append(Prepared batch) throws JournalException {
        requireUsable();
        if (batch.journal != this || batch.first != sequence + 1) {
            throw new IllegalStateException("this batch does not follow the last entry");
        }
        try {
            file.write(end, ByteBuffer.wrap(batch.frame));
            file.force();
        } catch (IOException e) {
            broken = Optional.of(e);
            throw unwritable(e);
        }
        end += batch.frame.length;
        sequence += batch.lines.size();
        chain = batch.chains.getLast();
        latest = Optional.of(batch.latest);
        behind = batch.latest.isAfter(batch.now);
        return batch.entries();
    }

    private void requireUsable() throws JournalException {
        if (closed) {
            throw new JournalException("the journal is closed");
        }
        if (broken.isPresent()) {
            throw new JournalException(
                    "an earlier write to the journal failed, so nobody knows what is on the disk; nothing is recorded"
                            + " or signed until the workspace is opened again",
                    broken.get());
        }
    }

    @Override
    public synchronized long lastSequence() {
        return sequence;
    }

    /** The latest time of any entry, which is the last entry's unless the clock went back. */
    @Override
    public synchronized Optional<Instant> lastTime() {
        return latest;
    }

    /** Where the journal stands, to be kept outside. */
    public synchronized Checkpoint checkpoint() {
        return new Checkpoint(sequence, Fingerprint.ofDigest(chain), latest.orElse(Instant.EPOCH));
    }

    /** Closes the file; closing twice does nothing. */
    @Override
    public synchronized void close() throws JournalException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            file.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static JournalException unwritable(IOException cause) {
        return new JournalException("the journal cannot be written: " + cause.getMessage(), cause);
    }

    /** Entries on their way into one frame. */
    public static final class Prepared {
        private final FileJournal journal;
        private final Instant now;
        private final long first;
        private final List<byte[]> lines = new ArrayList<>();
        private final List<byte[]> chains = new ArrayList<>();
        private final List<JournalEntry> entries = new ArrayList<>();
        private Instant latest;
        private byte[] frame = new byte[0];

        private Prepared(Instant now, FileJournal journal) {
            this.journal = journal;
            this.now = now;
            this.first = journal.sequence + 1;
            Instant before = journal.latest.orElse(now);
            this.latest = before.isAfter(now) ? before : now;
        }

        private void add(AuditEvent event) {
            if (event instanceof AuditEvent.ClockAccepted) {
                latest = now;
            }
            EntryCodec.Line line = new EntryCodec.Line(first + lines.size(), now, latest, journal.actor, event);
            byte[] json = journal.codec.encode(line);
            byte[] before = chains.isEmpty() ? journal.chain : chains.getLast();
            byte[] chain = JournalFrame.chain(before, json, 0, json.length);
            lines.add(json);
            chains.add(chain);
            entries.add(line.chained(chain));
        }

        /** The entries as they will stand in the journal. */
        public List<JournalEntry> entries() {
            return List.copyOf(entries);
        }
    }
}
