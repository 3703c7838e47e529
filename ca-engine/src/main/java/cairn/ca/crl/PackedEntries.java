package cairn.ca.crl;

import cairn.ca.revocation.Revocation;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.SerialNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries of a list in at most 32 octets each, so that a million of them are 30 MB and not a gigabyte of objects. Their
 * DER length is known before the first of them is written, as DER demands.
 */
final class PackedEntries {
    private static final int CHUNK = 1 << 20;
    private static final int MOST_OCTETS = 32;
    private static final int TIME_OCTETS = 5;
    private static final int ABSENT = 0xFF;

    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] current = new byte[0];
    private int used;
    private int count;
    private long encodedLength;
    private @Nullable SerialNumber last;

    /** Adds one; refuses a serial number that is not greater than the one before (no entry twice, sorted). */
    void add(Revocation revocation) {
        SerialNumber serial = revocation.serialNumber();
        if (last != null && serial.compareTo(last) <= 0) {
            throw new IllegalArgumentException(
                    "entries of a list come in ascending order, each once: " + serial + " after " + last);
        }
        last = serial;
        if (current.length - used < MOST_OCTETS) {
            current = new byte[CHUNK];
            chunks.add(current);
            used = 0;
        }
        byte[] octets = serial.octets();
        current[used++] = (byte) octets.length;
        System.arraycopy(octets, 0, current, used, octets.length);
        used += octets.length;
        putTime(revocation.revokedAt());
        current[used++] = (byte)
                (revocation.reason() == RevocationReason.UNSPECIFIED
                        ? ABSENT
                        : revocation.reason().code());
        Optional<Instant> invalidity = revocation.invalidityDate();
        current[used++] = (byte) (invalidity.isPresent() ? 1 : 0);
        invalidity.ifPresent(this::putTime);
        count++;
        encodedLength += EntryEncoder.length(
                octets.length,
                revocation.revokedAt().getEpochSecond(),
                revocation.reason() != RevocationReason.UNSPECIFIED,
                invalidity.isPresent());
    }

    /** How many. */
    int count() {
        return count;
    }

    /** The octets that all entries take in DER, without the SEQUENCE around them. */
    long encodedLength() {
        return encodedLength;
    }

    /** Writes all entries as DER. */
    void writeTo(OutputStream out) throws IOException {
        EntryEncoder encoder = new EntryEncoder();
        int chunk = 0;
        int at = 0;
        for (int i = 0; i < count; i++) {
            byte[] from = chunks.get(chunk);
            if (from.length - at < MOST_OCTETS) {
                from = chunks.get(++chunk);
                at = 0;
            }
            int serialLength = from[at++];
            int serialAt = at;
            at += serialLength;
            long revokedAt = time(from, at);
            at += TIME_OCTETS;
            int reason = from[at++] & 0xFF;
            boolean hasInvalidity = from[at++] != 0;
            encoder.begin(from, serialAt, serialLength, revokedAt);
            if (reason != ABSENT) {
                encoder.reason(reason);
            }
            if (hasInvalidity) {
                encoder.invalidityDate(time(from, at));
                at += TIME_OCTETS;
            }
            encoder.writeTo(out);
        }
    }

    private void putTime(Instant when) {
        long seconds = when.getEpochSecond();
        for (int shift = 8 * (TIME_OCTETS - 1); shift >= 0; shift -= 8) {
            current[used++] = (byte) (seconds >>> shift);
        }
    }

    private static long time(byte[] from, int at) {
        long seconds = 0;
        for (int i = 0; i < TIME_OCTETS; i++) {
            seconds = (seconds << 8) | (from[at + i] & 0xFF);
        }
        return seconds;
    }
}
