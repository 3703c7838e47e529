package cairn.ca.audit;

import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The first octets of a journal: {@code CAIRNJNL}, format version (4), length of the workspace's identifier (4), the
 * identifier in ASCII, CRC-32C over all of these (4). Their SHA-256 digest is the chain value before the first entry.
 */
record JournalHeader(String workspaceId) {
    static final int VERSION = 1;
    private static final byte[] MAGIC = "CAIRNJNL".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED = MAGIC.length + 3 * Integer.BYTES;

    JournalHeader {
        if (!workspaceId.matches("[0-9A-Za-z-]{1,64}")) {
            throw new IllegalArgumentException("a workspace's identifier is 1 to 64 letters, digits and '-'");
        }
    }

    int size() {
        return FIXED + workspaceId.length();
    }

    byte[] encode() {
        ByteBuffer octets = ByteBuffer.allocate(size());
        octets.put(MAGIC).putInt(VERSION).putInt(workspaceId.length());
        octets.put(workspaceId.getBytes(StandardCharsets.US_ASCII));
        octets.putInt(checksum(octets.array(), octets.position()));
        return octets.array();
    }

    byte[] firstChain() {
        return Fingerprint.sha256().digest(encode());
    }

    static JournalHeader read(JournalFile file) throws IOException, JournalException {
        ByteBuffer octets = ByteBuffer.allocate(FIXED + 64);
        file.read(0, octets);
        octets.flip();
        byte[] magic = new byte[MAGIC.length];
        if (octets.remaining() < FIXED || !Arrays.equals(take(octets, magic), MAGIC)) {
            throw new JournalException("this is not a journal: its first octets are not a journal's (offset 0)");
        }
        int version = octets.getInt();
        int length = octets.getInt();
        if (version > VERSION && version < 1000) {
            throw new JournalException("the journal has format " + version + ", which a newer version of Cairn wrote;"
                    + " this version reads format " + VERSION);
        }
        if (version != VERSION || length < 1 || length > 64 || octets.remaining() < length + Integer.BYTES) {
            throw damaged();
        }
        String id = new String(take(octets, new byte[length]), StandardCharsets.US_ASCII);
        if (octets.getInt() != checksum(octets.array(), FIXED - Integer.BYTES + length)) {
            throw damaged();
        }
        try {
            return new JournalHeader(id);
        } catch (IllegalArgumentException e) {
            throw new JournalException("the journal names no workspace (offset 16)", e);
        }
    }

    private static byte[] take(ByteBuffer from, byte[] into) {
        from.get(into);
        return into;
    }

    private static int checksum(byte[] octets, int length) {
        CRC32C crc = new CRC32C();
        crc.update(octets, 0, length);
        return (int) crc.getValue();
    }

    private static JournalException damaged() {
        return new JournalException("the journal's header is damaged (offset 0)");
    }
}
