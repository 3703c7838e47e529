package cairn.ca.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a journal up to the first thing that is not good, so that damage does not hide what is before it. */
public final class SoundEntries {
    private final EntryCodec codec = new EntryCodec();
    private final JournalFile file;

    /** Reads what is in {@code file} now. */
    public SoundEntries(JournalFile file) {
        this.file = file;
    }

    /**
     * Hands over the entries from the first on, frame by frame. An end that was not written completely, as a power cut
     * leaves it behind, is no entry and no failure.
     *
     * @throws JournalException after the last good entry was handed over, naming the first that is not
     */
    public <X extends Exception> void read(JournalReading.Batches<X> each) throws JournalException, X {
        FrameReader frames;
        EntryCursor cursor;
        try {
            JournalHeader header = JournalHeader.read(file);
            frames = new FrameReader(file, header.size(), file.size());
            cursor = new EntryCursor(0, header.firstChain());
        } catch (IOException e) {
            throw unreadable(e);
        }
        boolean more = true;
        while (more) {
            List<JournalEntry> batch = new ArrayList<>();
            Optional<JournalException> defect = Optional.empty();
            try {
                more = next(frames, cursor, batch);
            } catch (JournalException e) {
                defect = Optional.of(e);
            } catch (IOException e) {
                defect = Optional.of(unreadable(e));
            }
            if (!batch.isEmpty()) {
                each.take(batch);
            }
            if (defect.isPresent()) {
                throw defect.get();
            }
        }
    }

    private boolean next(FrameReader frames, EntryCursor cursor, List<JournalEntry> batch)
            throws IOException, JournalException {
        Optional<JournalFrame> frame = frames.next();
        if (frame.isPresent()) {
            cursor.follow(frame.get(), c -> batch.add(c.line(codec).chained(c.chain())));
            return true;
        }
        if (!frames.atEnd()) {
            requireTornEnd(frames, cursor, batch);
        }
        return false;
    }

    /** In a frame whose checksum is wrong, the entries in front of the wrong octets still follow from each other. */
    private void requireTornEnd(FrameReader frames, EntryCursor cursor, List<JournalEntry> batch)
            throws IOException, JournalException {
        Optional<Long> behind = frames.goodFrameBehind();
        if (behind.isEmpty()) {
            return;
        }
        ByteBuffer entries = frames.unchecked().orElseGet(() -> ByteBuffer.allocate(0));
        while (entries.hasRemaining() && cursor.step(entries)) {
            batch.add(cursor.line(codec).chained(cursor.chain()));
        }
        throw new JournalException("the journal is damaged at entry " + (cursor.sequence() + 1) + " (offset "
                + frames.position() + "), and good entries follow at offset " + behind.get());
    }

    private static JournalException unreadable(IOException e) {
        return new JournalException("the journal cannot be read: " + e.getMessage(), e);
    }
}
