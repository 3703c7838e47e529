package cairn.ca.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads entries of a journal that was scanned, in order, following the chain, with the memory of one frame. */
public final class JournalReading {
    private final EntryCodec codec = new EntryCodec();
    private final JournalFile file;
    private final JournalScan scan;

    /** Reads what {@code scan} found good in {@code file}. */
    public JournalReading(JournalFile file, JournalScan scan) {
        this.file = file;
        this.scan = scan;
    }

    /** Takes the entries that were appended together. */
    public interface Batches<X extends Exception> {
        /** Takes the next batch, never empty, in order. */
        void take(List<JournalEntry> entries) throws X;
    }

    /**
     * Hands over every entry behind the scan's mark.
     *
     * @throws JournalException if there is no mark, or an entry cannot be understood
     */
    public <X extends Exception> void fromMark(Batches<X> each) throws JournalException, X {
        JournalScan.Mark mark = scan.mark()
                .orElseThrow(() -> new JournalException("the journal has only " + scan.lastSequence() + " entries"));
        FrameReader frames = new FrameReader(file, mark.frame(), scan.goodEnd());
        EntryCursor cursor =
                new EntryCursor(mark.entriesBefore(), mark.chainBefore().octets());
        while (true) {
            List<JournalEntry> batch = new ArrayList<>();
            try {
                Optional<JournalFrame> frame = frames.next();
                if (frame.isEmpty()) {
                    requireEnd(frames);
                    return;
                }
                cursor.follow(frame.get(), c -> {
                    if (c.sequence() > mark.sequence()) {
                        batch.add(c.line(codec).chained(c.chain()));
                    }
                });
            } catch (IOException e) {
                throw new JournalException("the journal cannot be read: " + e.getMessage(), e);
            }
            if (!batch.isEmpty()) {
                each.take(batch);
            }
        }
    }

    private static void requireEnd(FrameReader frames) throws JournalException {
        if (!frames.atEnd()) {
            throw new JournalException("the journal changed while it was read (offset " + frames.position() + ")");
        }
    }
}
