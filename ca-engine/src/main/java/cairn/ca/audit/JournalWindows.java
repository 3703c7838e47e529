package cairn.ca.audit;

import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a journal by numbers of entries, with the memory of what is read. Remembers where some of the frames lie, for
 * there is no way to find an entry but to walk to it. Only what is read is decoded and its chain followed; whether the
 * whole is intact is for a {@link JournalVerifier} to say. Safe for use by several threads.
 */
public final class JournalWindows {
    /** So many entries, at most a frame more, are walked over to find one. */
    private static final int STRIDE = 512;

    private final EntryCodec codec = new EntryCodec();
    private final List<Mark> marks = new ArrayList<>();
    private Mark end = new Mark(0, 0, Fingerprint.of(new byte[0]));

    /** What stands before a frame: how many entries, at which offset, with which chain value. */
    private record Mark(long entries, long offset, Fingerprint chain) {}

    /** Takes a line as it lies in the journal. */
    public interface Lines<X extends Exception> {
        /**
         * Takes the next line.
         *
         * @param json the entry's octets, over which its chain value goes
         * @param chain its chain value
         */
        void take(long sequence, byte[] json, Fingerprint chain) throws X;
    }

    /** Walks to the last good frame that is in the file now; returns the number of the last entry seen. */
    public synchronized long follow(JournalFile file, Progress progress) throws JournalException {
        try {
            if (marks.isEmpty()) {
                JournalHeader header = JournalHeader.read(file);
                end = new Mark(0, header.size(), Fingerprint.ofDigest(header.firstChain()));
                marks.add(end);
            }
            FrameReader frames = new FrameReader(file, end.offset(), file.size());
            Optional<JournalFrame> frame = frames.next();
            while (frame.isPresent()) {
                end = behind(frame.get(), frames.position());
                if (end.entries() - marks.getLast().entries() >= STRIDE) {
                    marks.add(end);
                }
                frame = progress.goesOn(end.entries(), 0) ? frames.next() : Optional.empty();
            }
            return end.entries();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Mark behind(JournalFrame frame, long offset) throws JournalException {
        ByteBuffer content = frame.content().duplicate();
        long entries = end.entries();
        byte[] chain = end.chain().octets();
        while (content.remaining() >= JournalFrame.ENTRY_HEAD) {
            int length = content.getInt();
            if (length <= 0 || length > content.remaining() - JournalFrame.CHAIN) {
                throw new JournalException(
                        "the journal is damaged at entry " + (entries + 1) + " (offset " + frame.offset() + ")");
            }
            chain = new byte[JournalFrame.CHAIN];
            content.get(chain);
            content.position(content.position() + length);
            entries++;
        }
        return new Mark(entries, offset, Fingerprint.ofDigest(chain));
    }

    /** The entries {@code first} to {@code last}, as far as {@link #follow} saw them. */
    public List<JournalEntry> read(JournalFile file, long first, long last) throws JournalException {
        List<JournalEntry> entries = new ArrayList<>();
        walk(file, first, last, cursor -> entries.add(cursor.line(codec).chained(cursor.chain())));
        return entries;
    }

    /**
     * Hands over the entries {@code first} to {@code last} as they lie there, one at a time.
     *
     * @return the chain value before the first of them
     */
    public <X extends Exception> Fingerprint lines(
            JournalFile file, long first, long last, Progress progress, Lines<X> each) throws JournalException, X {
        long from = Math.max(1, first);
        long to = Math.min(last, seen());
        Fingerprint before = chainOf(file, from - 1);
        for (long start = from; start <= to && progress.goesOn(start - from, to - from + 1); start += STRIDE) {
            List<Line> window = new ArrayList<>();
            walk(
                    file,
                    start,
                    Math.min(to, start + STRIDE - 1),
                    cursor -> window.add(new Line(
                            cursor.sequence(), Octets.of(cursor.json()), Fingerprint.ofDigest(cursor.chain()))));
            for (Line line : window) {
                each.take(line.sequence(), line.json().toArray(), line.chain());
            }
        }
        return before;
    }

    private record Line(long sequence, Octets json, Fingerprint chain) {}

    /** The chain value of an entry; 0 is the journal's header. */
    public Fingerprint chainOf(JournalFile file, long sequence) throws JournalException {
        Fingerprint[] found = {mark(sequence).chain()};
        walk(file, sequence, sequence, cursor -> found[0] = Fingerprint.ofDigest(cursor.chain()));
        return found[0];
    }

    private synchronized long seen() {
        return end.entries();
    }

    private void walk(JournalFile file, long first, long last, EntryCursor.Visitor each) throws JournalException {
        Mark mark = mark(first);
        long limit = seenOffset();
        try {
            FrameReader frames = new FrameReader(file, mark.offset(), limit);
            EntryCursor cursor = new EntryCursor(mark.entries(), mark.chain().octets());
            while (cursor.sequence() < last && !frames.atEnd()) {
                JournalFrame frame =
                        frames.next().orElseThrow(() -> new JournalException("the journal changed while it was read"));
                cursor.follow(frame, at -> {
                    if (at.sequence() >= first && at.sequence() <= last) {
                        each.visit(at);
                    }
                });
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private synchronized long seenOffset() {
        return end.offset();
    }

    /** The last mark before an entry. */
    private synchronized Mark mark(long sequence) {
        int low = 0;
        int high = marks.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (marks.get(middle).entries() < sequence) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return marks.get(low);
    }

    private static JournalException unreadable(IOException e) {
        return new JournalException("the journal cannot be read: " + e.getMessage(), e);
    }
}
