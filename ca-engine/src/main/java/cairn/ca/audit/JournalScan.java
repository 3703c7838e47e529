package cairn.ca.audit;

import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a journal's file holds, found by reading all of it: every checksum and the whole chain. The end may be torn,
 * which a power cut leaves behind; anything else that is not good is a failure.
 *
 * @param workspaceId the workspace whose journal it is
 * @param lastSequence of the last good entry; 0 if there is none
 * @param lastChain the chain value of that entry, or of the header
 * @param last the last good entry
 * @param latest the latest time of any entry
 * @param goodEnd where the good part ends
 * @param tornOctets how many octets behind it belong to a frame that was not written completely
 * @param mark where the wanted entry lies, if it is there
 */
public record JournalScan(
        String workspaceId,
        long lastSequence,
        Fingerprint lastChain,
        Optional<JournalEntry> last,
        Optional<Instant> latest,
        long goodEnd,
        long tornOctets,
        Optional<Mark> mark) {
    /**
     * An entry that was looked for, and where to begin reading so as to see all that is behind it.
     *
     * @param frame the offset of a frame; of the one that holds the marked entry, for others may be behind it in there
     * @param entriesBefore how many entries are before that frame
     * @param chainBefore the chain value before that frame
     */
    public record Mark(long sequence, Fingerprint chain, long frame, long entriesBefore, Fingerprint chainBefore) {}

    /** Reads all of it. */
    public static JournalScan of(JournalFile file) throws JournalException {
        return of(file, 0);
    }

    /**
     * Reads all of it and marks the entry {@code wanted}; 0 is the header.
     *
     * @throws JournalException naming entry and offset if something before the end is not good
     */
    public static JournalScan of(JournalFile file, long wanted) throws JournalException {
        try {
            return new Scanning(file, wanted).run();
        } catch (IOException e) {
            throw new JournalException("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    private static final class Scanning {
        private final EntryCodec codec = new EntryCodec();
        private final JournalFile file;
        private final long wanted;
        private Optional<Mark> mark = Optional.empty();
        private Optional<EntryCodec.Line> last = Optional.empty();
        private long frameOfLast = -1;
        private long entriesBefore;

        Scanning(JournalFile file, long wanted) {
            this.file = file;
            this.wanted = wanted;
        }

        JournalScan run() throws IOException, JournalException {
            JournalHeader header = JournalHeader.read(file);
            long end = file.size();
            FrameReader frames = new FrameReader(file, header.size(), end);
            EntryCursor cursor = new EntryCursor(0, header.firstChain());
            if (wanted == 0) {
                Fingerprint first = Fingerprint.ofDigest(cursor.chain());
                mark = Optional.of(new Mark(0, first, header.size(), 0, first));
            }
            Optional<JournalFrame> frame = frames.next();
            while (frame.isPresent()) {
                frameOfLast = frame.get().offset();
                entriesBefore = cursor.sequence();
                Fingerprint chainBefore = Fingerprint.ofDigest(cursor.chain());
                cursor.follow(frame.get(), c -> markAt(c, chainBefore));
                frame = frames.next();
            }
            if (!frames.atEnd()) {
                requireTornEnd(frames, cursor.sequence());
            }
            if (frameOfLast >= 0) {
                readLast(end, cursor);
            }
            byte[] chain = cursor.chain();
            return new JournalScan(
                    header.workspaceId(),
                    cursor.sequence(),
                    Fingerprint.ofDigest(chain),
                    last.map(line -> line.chained(chain)),
                    last.map(EntryCodec.Line::latest),
                    frames.position(),
                    end - frames.position(),
                    mark);
        }

        private void markAt(EntryCursor cursor, Fingerprint chainBefore) {
            if (cursor.sequence() == wanted) {
                mark = Optional.of(new Mark(
                        wanted, Fingerprint.ofDigest(cursor.chain()), frameOfLast, entriesBefore, chainBefore));
            }
        }

        private static void requireTornEnd(FrameReader frames, long sequence) throws IOException, JournalException {
            Optional<Long> behind = frames.goodFrameBehind();
            if (behind.isPresent()) {
                throw new JournalException("the journal is damaged at entry " + (sequence + 1) + " (offset "
                        + frames.position() + "), and good entries follow at offset " + behind.get());
            }
        }

        private void readLast(long end, EntryCursor whole) throws IOException, JournalException {
            JournalFrame frame = new FrameReader(file, frameOfLast, end).next().orElseThrow();
            EntryCursor cursor = new EntryCursor(entriesBefore, new byte[0]);
            var entries = frame.content().duplicate();
            while (entries.hasRemaining() && cursor.load(entries)) {
                last = Optional.of(cursor.line(codec));
            }
            if (last.isPresent() && last.get().sequence() != whole.sequence()) {
                throw new JournalException("the journal is damaged: entry " + whole.sequence() + " calls itself "
                        + last.get().sequence() + " (offset " + frameOfLast + ")");
            }
        }
    }

    /** Whether this chain value is the one at the mark. */
    public boolean marks(Fingerprint chain) {
        return mark.filter(m -> m.chain().equals(chain)).isPresent();
    }
}
