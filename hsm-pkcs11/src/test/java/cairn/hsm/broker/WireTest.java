package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two ends of a socket: what is put in at one comes out at the other, and nothing else is accepted. */
class WireTest {
    @TempDir
    private Path folder;

    private SocketChannel raw;
    private Wire far;
    private Wire near;

    @BeforeEach
    void connect() throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
        Files.deleteIfExists(folder.resolve("s"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            raw = SocketChannel.open(address);
            near = Wire.patient(server.accept());
        }
        near.allow(Duration.ofSeconds(20), () -> 0);
        far = Wire.blocking(raw);
    }

    @AfterEach
    void disconnect() throws IOException {
        near.close();
        far.close();
    }

    @Test
    void fieldsComeOutAsTheyWentIn() throws IOException {
        far.begin(200 & 0x7F)
                .put(true)
                .put(-1)
                .put(Long.MIN_VALUE)
                .put("Ünïcode ✓")
                .put(new byte[] {1, 2});
        far.send();
        assertEquals(72, near.receive());
        assertEquals(true, near.bool());
        assertEquals(-1, near.integer());
        assertEquals(Long.MIN_VALUE, near.number());
        assertEquals("Ünïcode ✓", near.text());
        assertArrayEquals(new byte[] {1, 2}, near.octets());
        assertThrows(Wire.GarbledException.class, near::bool, "there is no more");
    }

    @Test
    void framesOfManyLengthsPassThroughTheSameBuffers() throws Exception {
        Random random = new Random(3);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            for (int length : new int[] {0, 16_370, 16_384, 3_000_000, 5, 1 << 20}) {
                byte[] sent = new byte[length];
                random.nextBytes(sent);
                Future<byte[]> echo = other.submit(() -> {
                    far.receive();
                    byte[] got = far.octets();
                    far.begin(1).put(got).send();
                    return got;
                });
                near.begin(0).put(sent).send();
                near.receive();
                assertArrayEquals(sent, near.octets());
                assertArrayEquals(sent, echo.get());
            }
        }
    }

    @Test
    void impossibleLengthsAreRefusedBeforeMemoryIsTaken() throws IOException {
        for (int length : new int[] {0, -1, Integer.MIN_VALUE, Wire.MAX_BODY + 1, Integer.MAX_VALUE}) {
            disconnect();
            connect();
            raw.write(ByteBuffer.allocate(4).putInt(length).flip());
            assertThrows(Wire.GarbledException.class, near::receive);
        }
    }

    @Test
    void randomFramesNeverEndInAnythingButRefusal() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[1 + random.nextInt(60)];
            random.nextBytes(noise);
            if (random.nextBoolean()) {
                // Small numbers, so that lengths and counts are sometimes plausible.
                for (int at = 0; at < noise.length; at++) {
                    noise[at] &= 3;
                }
            }
            raw.write(ByteBuffer.allocate(4 + noise.length)
                    .putInt(noise.length)
                    .put(noise)
                    .flip());
            near.receive();
            readAnything(random.nextInt(9));
        }
    }

    private void readAnything(int kind) throws IOException {
        try {
            switch (kind) {
                case 0 -> Values.keyRef(near);
                case 1 -> Values.mechanism(near);
                case 2 -> Values.tokenInfo(near);
                case 3 -> Values.list(near, Values::slotInfo);
                case 4 -> Values.list(near, Values::mechanismInfo);
                case 5 -> Values.keyProof(near);
                case 6 -> Values.objectInfo(near);
                case 7 -> Values.options(near);
                default -> Answers.failure(near);
            }
        } catch (Wire.GarbledException e) {
            assertEquals(true, String.valueOf(e.getMessage()).contains("protocol"));
        }
    }

    @Test
    void silenceEndsAtTheLimitAndAClosedEndAtOnce() throws IOException {
        near.allow(Duration.ofMillis(50), () -> 0);
        assertThrows(SocketTimeoutException.class, near::receive);
        near.allow(Duration.ofSeconds(20), () -> 0);
        far.close();
        assertThrows(EOFException.class, near::receive);
    }

    @Test
    void closingOnThisSideFreesWhoWaits() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<IOException> waiting = other.submit(() -> assertThrows(IOException.class, near::receive));
            near.close();
            waiting.get();
        }
    }

    @Test
    void whatWasReceivedCanBeForgotten() throws IOException {
        far.begin(0).put("secret").send();
        near.receive();
        near.forget();
        assertThrows(IOException.class, near::text);
    }
}
