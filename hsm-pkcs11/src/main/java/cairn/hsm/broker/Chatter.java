package cairn.hsm.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a library writes to its standard output and error, drained so that it never blocks; the last of it is kept. */
final class Chatter implements Runnable {
    private static final int KEPT_OCTETS = 16 << 10;

    private final InputStream source;
    private final byte[] ring = new byte[KEPT_OCTETS];
    private long total;

    Chatter(InputStream source) {
        this.source = source;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[4096];
        try (source) {
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                keep(buffer, read);
            }
        } catch (IOException e) {
            // The process is gone, and with it whatever it had still to say.
            keep(new byte[] {'\n'}, 1);
        }
    }

    private synchronized void keep(byte[] octets, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (total++ % KEPT_OCTETS)] = octets[i];
        }
    }

    /** The last octets as one line of text; what is not printable becomes a blank. */
    synchronized String last(int octets) {
        int count = (int) Math.min(Math.min(octets, KEPT_OCTETS), total);
        byte[] tail = new byte[count];
        for (int i = 0; i < count; i++) {
            tail[i] = ring[(int) ((total - count + i) % KEPT_OCTETS)];
        }
        return new String(tail, StandardCharsets.UTF_8)
                .replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ")
                .strip();
    }
}
