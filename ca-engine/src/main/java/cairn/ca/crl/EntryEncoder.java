package cairn.ca.crl;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Writes one entry of revokedCertificates (RFC 5280 section 5.1.2.6) into a reused buffer. An entry never reaches 128
 * octets, so each of its lengths is one octet.
 */
final class EntryEncoder {
    /** The first second of 2050: from then on a Time is a GeneralizedTime (RFC 5280 section 4.1.2.5). */
    static final long YEAR_2050 = 2_524_608_000L;

    private static final int UTC_TIME = 13;
    private static final int GENERALIZED_TIME = 15;
    /** SEQUENCE { id-ce-cRLReasons, OCTET STRING { ENUMERATED } }, the value yet to come. */
    private static final byte[] REASON = {0x30, 0x0a, 0x06, 0x03, 0x55, 0x1d, 0x15, 0x04, 0x03, 0x0a, 0x01};
    /** SEQUENCE { id-ce-invalidityDate, OCTET STRING { GeneralizedTime } }, the digits yet to come. */
    private static final byte[] INVALIDITY = {0x30, 0x18, 0x06, 0x03, 0x55, 0x1d, 0x18, 0x04, 0x11, 0x18, 0x0f};

    private final byte[] buffer = new byte[128];
    private int end;
    private int extensionsAt;

    /** The DER length of an entry, its own head included. */
    static int length(int serialOctets, long revokedAt, boolean reason, boolean invalidity) {
        int extensions = (reason ? REASON.length + 1 : 0) + (invalidity ? INVALIDITY.length + GENERALIZED_TIME : 0);
        return 2
                + 2
                + serialOctets
                + 2
                + (revokedAt < YEAR_2050 ? UTC_TIME : GENERALIZED_TIME)
                + (extensions == 0 ? 0 : 2 + extensions);
    }

    /** DER of a Time: UTCTime up to 2049, GeneralizedTime later. */
    static byte[] time(long seconds) {
        EntryEncoder encoder = new EntryEncoder();
        encoder.putTime(seconds);
        return Arrays.copyOf(encoder.buffer, encoder.end);
    }

    /** Starts an entry. */
    void begin(byte[] from, int serialAt, int serialLength, long revokedAt) {
        end = 0;
        extensionsAt = 0;
        put(0x30, 0, 0x02, serialLength);
        System.arraycopy(from, serialAt, buffer, end, serialLength);
        end += serialLength;
        putTime(revokedAt);
    }

    /** Adds reasonCode (RFC 5280 section 5.3.1). */
    void reason(int code) {
        openExtensions();
        putAll(REASON);
        put(code);
    }

    /** Adds invalidityDate (RFC 5280 section 5.3.2), always a GeneralizedTime. */
    void invalidityDate(long seconds) {
        openExtensions();
        putAll(INVALIDITY);
        putDigits(seconds, GENERALIZED_TIME);
    }

    /** Writes the entry. */
    void writeTo(OutputStream out) throws IOException {
        if (extensionsAt > 0) {
            buffer[extensionsAt + 1] = (byte) (end - extensionsAt - 2);
        }
        buffer[1] = (byte) (end - 2);
        out.write(buffer, 0, end);
    }

    private void openExtensions() {
        if (extensionsAt == 0) {
            extensionsAt = end;
            put(0x30, 0);
        }
    }

    private void putTime(long seconds) {
        if (seconds < YEAR_2050) {
            put(0x17, UTC_TIME);
            putDigits(seconds, UTC_TIME);
        } else {
            put(0x18, GENERALIZED_TIME);
            putDigits(seconds, GENERALIZED_TIME);
        }
    }

    private void putDigits(long seconds, int length) {
        LocalDateTime t = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        if (length == GENERALIZED_TIME) {
            twoDigits(t.getYear() / 100);
        }
        twoDigits(t.getYear() % 100);
        twoDigits(t.getMonthValue());
        twoDigits(t.getDayOfMonth());
        twoDigits(t.getHour());
        twoDigits(t.getMinute());
        twoDigits(t.getSecond());
        put('Z');
    }

    private void twoDigits(int value) {
        put('0' + value / 10, '0' + value % 10);
    }

    private void put(int... octets) {
        for (int octet : octets) {
            buffer[end++] = (byte) octet;
        }
    }

    private void putAll(byte[] octets) {
        System.arraycopy(octets, 0, buffer, end, octets.length);
        end += octets.length;
    }
}
