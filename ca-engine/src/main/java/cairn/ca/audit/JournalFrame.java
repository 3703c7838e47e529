package cairn.ca.audit;

import cairn.ca.x509.Fingerprint;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Entries that were appended together, and so are on the disk together or not at all: length of what follows the
 * checksum (4), CRC-32C over length and content (4), and for each entry the length of its JSON (4), its chain value
 * (32) and the JSON. An entry's chain value is SHA-256 over the previous entry's and the JSON.
 */
record JournalFrame(long offset, ByteBuffer content) {
    static final int HEAD = 2 * Integer.BYTES;
    static final int CHAIN = 32;
    static final int ENTRY_HEAD = Integer.BYTES + CHAIN;

    /** More than any batch has; a length beyond it is no length. */
    static final int MAX_CONTENT = 256 << 20;

    JournalFrame {
        content = content.duplicate();
    }

    static byte[] chain(byte[] previous, byte[] json, int offset, int length) {
        MessageDigest digest = Fingerprint.sha256();
        digest.update(previous);
        digest.update(json, offset, length);
        return digest.digest();
    }

    /** The octets of a frame; {@code lines} and {@code chains} belong together. */
    static byte[] encode(List<byte[]> lines, List<byte[]> chains) {
        long length = 0;
        for (byte[] line : lines) {
            length += ENTRY_HEAD + line.length;
        }
        if (length > MAX_CONTENT) {
            throw new IllegalArgumentException("one batch may have " + MAX_CONTENT + " octets, not " + length);
        }
        ByteBuffer frame = ByteBuffer.allocate(HEAD + (int) length);
        frame.putInt((int) length).putInt(0);
        for (int i = 0; i < lines.size(); i++) {
            frame.putInt(lines.get(i).length).put(chains.get(i)).put(lines.get(i));
        }
        CRC32C crc = new CRC32C();
        crc.update(frame.array(), 0, Integer.BYTES);
        crc.update(frame.array(), HEAD, (int) length);
        frame.putInt(Integer.BYTES, (int) crc.getValue());
        return frame.array();
    }
}
