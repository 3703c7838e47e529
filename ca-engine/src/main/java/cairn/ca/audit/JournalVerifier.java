package cairn.ca.audit;

import cairn.ca.audit.JournalVerification.Defect;
import cairn.ca.audit.JournalVerification.Kind;
import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** Reads a whole journal, decodes every entry, follows the chain and names the first entry that is not good. */
public final class JournalVerifier {
    private final EntryCodec codec = new EntryCodec();
    private final JournalFile file;
    private final Optional<Checkpoint> outside;
    private final Progress progress;

    private Instant time = Instant.EPOCH;
    private Optional<Defect> defect = Optional.empty();

    private JournalVerifier(JournalFile file, Optional<Checkpoint> outside, Progress progress) {
        this.file = file;
        this.outside = outside;
        this.progress = progress;
    }

    /**
     * Verifies all that is in the file now.
     *
     * @param outside a checkpoint that was kept elsewhere
     * @throws JournalException if the file cannot be read or is no journal
     */
    public static JournalVerification verify(JournalFile file, Optional<Checkpoint> outside) throws JournalException {
        return verify(file, outside, Progress.NONE).orElseThrow();
    }

    /** The same; nothing if {@code progress} ended it, for then nobody knows what the rest is like. */
    public static Optional<JournalVerification> verify(
            JournalFile file, Optional<Checkpoint> outside, Progress progress) throws JournalException {
        try {
            return new JournalVerifier(file, outside, progress).run();
        } catch (IOException e) {
            throw new JournalException("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    private Optional<JournalVerification> run() throws IOException, JournalException {
        JournalHeader header = JournalHeader.read(file);
        FrameReader frames = new FrameReader(file, header.size(), file.size());
        EntryCursor cursor = new EntryCursor(0, header.firstChain());
        Optional<JournalFrame> frame = frames.next();
        while (frame.isPresent() && defect.isEmpty()) {
            entries(frame.get().content().duplicate(), cursor, frame.get().offset());
            if (defect.isEmpty()) {
                if (!progress.goesOn(cursor.sequence(), 0)) {
                    return Optional.empty();
                }
                frame = frames.next();
            }
        }
        if (defect.isEmpty() && !frames.atEnd()) {
            defect = Optional.of(broken(frames, cursor));
        }
        outside.filter(mark -> defect.isEmpty() && mark.sequence() > cursor.sequence())
                .ifPresent(mark -> fail(
                        Kind.TAIL_CUT,
                        cursor.sequence() + 1,
                        frames.position(),
                        "the checkpoint was taken at entry " + mark.sequence() + " and the journal ends with entry "
                                + cursor.sequence()));
        return Optional.of(new JournalVerification(
                cursor.sequence(),
                defect,
                new Checkpoint(cursor.sequence(), Fingerprint.ofDigest(cursor.chain()), time)));
    }

    private void entries(ByteBuffer entries, EntryCursor cursor, long offset) {
        compare(cursor, offset);
        while (entries.hasRemaining() && defect.isEmpty()) {
            int start = entries.position();
            if (!cursor.step(entries)) {
                entries.position(start);
                defect = Optional.of(unchained(entries, cursor, offset));
                return;
            }
            try {
                EntryCodec.Line line = cursor.line(codec);
                if (line.sequence() != cursor.sequence()) {
                    fail(Kind.REORDERED, cursor.sequence(), offset, "it calls itself " + line.sequence());
                }
                time = line.latest();
            } catch (JournalException e) {
                fail(Kind.DAMAGED, cursor.sequence(), offset, String.valueOf(e.getMessage()));
            }
            compare(cursor, offset);
        }
    }

    private void compare(EntryCursor cursor, long offset) {
        outside.filter(mark -> mark.sequence() == cursor.sequence() && defect.isEmpty())
                .filter(mark -> !mark.chain().equals(Fingerprint.ofDigest(cursor.chain())))
                .ifPresent(mark -> fail(
                        Kind.REPLACED,
                        mark.sequence(),
                        offset,
                        "the chain value is not the checkpoint's: the journal was written anew, or is another one"));
    }

    /** An entry that does not follow from the one before it: its own number tells what was done. */
    private Defect unchained(ByteBuffer entries, EntryCursor cursor, long offset) {
        long expected = cursor.sequence() + 1;
        EntryCursor loose = new EntryCursor(cursor.sequence(), cursor.chain());
        if (!loose.load(entries)) {
            return new Defect(Kind.DAMAGED, expected, offset, "the entry's length is not possible");
        }
        try {
            long sequence = loose.line(codec).sequence();
            if (sequence > expected) {
                return new Defect(
                        Kind.REMOVED,
                        expected,
                        offset,
                        "the entries " + expected + " to " + (sequence - 1) + " are gone");
            }
            if (sequence < expected) {
                return new Defect(Kind.REORDERED, expected, offset, "entry " + sequence + " stands in its place");
            }
            return new Defect(Kind.EDITED, expected, offset, "its octets are not those that were recorded");
        } catch (JournalException e) {
            return new Defect(Kind.EDITED, expected, offset, String.valueOf(e.getMessage()));
        }
    }

    /** A frame whose checksum is wrong: the entries in front of the wrong octets are still good. */
    private Defect broken(FrameReader frames, EntryCursor cursor) throws IOException {
        long offset = frames.position();
        boolean last = frames.goodFrameBehind().isEmpty();
        Optional<ByteBuffer> content = frames.unchecked();
        if (content.isEmpty()) {
            return new Defect(
                    last ? Kind.TAIL_CUT : Kind.DAMAGED,
                    cursor.sequence() + 1,
                    offset,
                    last ? "the last frame is not complete" : "these octets are no frame, and good entries follow");
        }
        EntryCursor trial = new EntryCursor(cursor.sequence(), cursor.chain());
        ByteBuffer entries = content.get();
        while (entries.hasRemaining() && trial.step(entries)) {
            // Only to find out how far the entries are good.
        }
        return new Defect(
                Kind.DAMAGED, trial.sequence() + 1, offset, "the checksum of the frame in which it lies is wrong");
    }

    private void fail(Kind kind, long sequence, long offset, String words) {
        defect = Optional.of(new Defect(kind, sequence, offset, words));
    }
}
