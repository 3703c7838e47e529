package cairn.ca.storage;

import cairn.ca.audit.LedgerException;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * Serial numbers of 19 octets: 0x4000 + station (2, so that the number is positive and always of the same length),
 * counter (5) and 96 random bits (12). Two stations never make the same number, nor does one station twice; in a
 * database the numbers are appended in order.
 */
final class SerialSource {
    static final int OCTETS = 19;
    static final int RANDOM_OCTETS = 12;
    static final int MOST_STATIONS = 0x3FFF;
    static final long MOST_COUNT = (1L << 40) - 1;

    private static final int LEAD = 0x4000;

    private final int station;
    private final SecureRandom random;
    private long counter;

    /** @param counter the highest counter that this station used so far */
    SerialSource(int station, long counter, SecureRandom random) {
        requireStation(station);
        this.station = station;
        this.counter = counter;
        this.random = random;
    }

    static void requireStation(int station) {
        if (station < 1 || station > MOST_STATIONS) {
            throw new IllegalArgumentException("a station has a number from 1 to " + MOST_STATIONS);
        }
    }

    synchronized SerialNumber next() throws LedgerException {
        if (counter >= MOST_COUNT) {
            throw new LedgerException(
                    "this station has used up its serial numbers; give the workspace another station");
        }
        counter++;
        byte[] bits = new byte[RANDOM_OCTETS];
        random.nextBytes(bits);
        byte[] octets = ByteBuffer.allocate(OCTETS)
                .putShort((short) (LEAD + station))
                .put((byte) (counter >>> 32))
                .putInt((int) counter)
                .put(bits)
                .array();
        return new SerialNumber(new BigInteger(1, octets));
    }

    /** No number of a station is less than this; those of the station before it all are. */
    static BigInteger start(int station) {
        return BigInteger.valueOf(LEAD + station).shiftLeft(8 * (OCTETS - Short.BYTES));
    }

    /** The counter in a serial number of the station. */
    static long counterOf(BigInteger serial) {
        return serial.shiftRight(8 * RANDOM_OCTETS).longValue() & MOST_COUNT;
    }
}
