package cairn.ca.audit;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Walks through the entries of frames and follows the chain. */
final class EntryCursor {
    private long sequence;
    private byte[] chain;
    private byte[] content = new byte[0];
    private int start;
    private int length;

    /** Stands behind the entry with this sequence number and chain value. */
    EntryCursor(long sequence, byte[] chain) {
        this.sequence = sequence;
        this.chain = chain;
    }

    long sequence() {
        return sequence;
    }

    byte[] chain() {
        return chain.clone();
    }

    /** Follows the chain through a frame; {@code each} sees the cursor after each entry. */
    void follow(JournalFrame frame, Visitor each) throws JournalException {
        ByteBuffer entries = frame.content().duplicate();
        while (entries.hasRemaining()) {
            if (!step(entries)) {
                throw new JournalException("the journal is damaged at entry " + (sequence + 1) + " (offset "
                        + frame.offset() + "): it does not follow from the entry before it");
            }
            each.visit(this);
        }
    }

    /** Goes to the next entry; false if there is none or it does not follow, and then nothing has changed. */
    boolean step(ByteBuffer entries) {
        if (!load(entries)) {
            return false;
        }
        byte[] expected = JournalFrame.chain(chain, content, start, length);
        if (!Arrays.equals(expected, 0, expected.length, content, start - JournalFrame.CHAIN, start)) {
            return false;
        }
        chain = expected;
        sequence++;
        return true;
    }

    /** Loads the next entry without following the chain. */
    boolean load(ByteBuffer entries) {
        if (entries.remaining() < JournalFrame.ENTRY_HEAD) {
            return false;
        }
        int json = entries.getInt(entries.position());
        if (json <= 0 || json > entries.remaining() - JournalFrame.ENTRY_HEAD) {
            return false;
        }
        content = new byte[JournalFrame.CHAIN + json];
        entries.position(entries.position() + Integer.BYTES);
        entries.get(content);
        start = JournalFrame.CHAIN;
        length = json;
        return true;
    }

    /** The entry on which the cursor stands. */
    EntryCodec.Line line(EntryCodec codec) throws JournalException {
        return codec.decode(content, start, length);
    }

    /** The octets of the entry on which the cursor stands. */
    byte[] json() {
        return Arrays.copyOfRange(content, start, start + length);
    }

    /** Sees each entry that follows from the one before it. */
    interface Visitor {
        void visit(EntryCursor cursor) throws JournalException;
    }
}
