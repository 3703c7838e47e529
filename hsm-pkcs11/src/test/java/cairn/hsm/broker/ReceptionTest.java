package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.broker.Handover.Purpose;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The door through which a broker's process comes in, and nobody else. */
class ReceptionTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Reception reception() throws IOException {
        return new Reception(folder, new SecureRandom());
    }

    private static SocketChannel caller(Reception reception) throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(reception.folder().resolve("s")));
    }

    private long left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void theFolderIsTheUsersAloneAndGoesWithAllThatTheLibraryLeft() throws Exception {
        try (Reception reception = reception()) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(reception.folder())));
            Path deep = Files.createDirectories(reception.folder().resolve("a/b"));
            Files.writeString(deep.resolve("core"), "left");
            Files.createSymbolicLink(reception.folder().resolve("link"), folder);
        }
        assertEquals(0, left());
        assertTrue(Files.exists(folder), "a link was followed");
    }

    @Test
    void whoeverKnowsTheWordAndIsExpectedComesIn() throws Exception {
        try (Reception reception = reception()) {
            Handover handover = reception.handover();
            Wire first = handover.dial(Purpose.CONTROL, 0);
            Wire second = handover.dial(Purpose.LANE, 3);
            try (Wire control = Wire.patient(reception.admit(Purpose.CONTROL, 0, LONG, () -> true));
                    Wire lane = Wire.patient(reception.admit(Purpose.LANE, 3, LONG, () -> true))) {
                for (Wire far : new Wire[] {first, second}) {
                    far.begin(7).put("hello");
                    far.send();
                }
                control.allow(LONG, () -> 0);
                lane.allow(LONG, () -> 0);
                assertEquals(7, control.receive());
                assertEquals("hello", control.text());
                assertEquals(7, lane.receive());
            }
            first.close();
            second.close();
        }
    }

    /** Each comes before the one that is expected, and does not keep it out. */
    @Test
    void strangersAndTheUnexpectedAreTurnedAway() throws Exception {
        try (Reception reception = reception()) {
            Handover handover = reception.handover();
            Handover guessing = new Handover(reception.folder().resolve("s"), new byte[Handover.SECRET_OCTETS]);
            caller(reception).close();
            Wire noWord = Wire.blocking(caller(reception));
            noWord.begin(Purpose.LANE.code()).put(new byte[0]).put(3);
            noWord.send();
            SocketChannel rubbish = caller(reception);
            rubbish.write(ByteBuffer.wrap("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            Wire[] unwanted = {
                guessing.dial(Purpose.LANE, 3),
                handover.dial(Purpose.CONTROL, 3),
                handover.dial(Purpose.LANE, 4),
                noWord,
                Wire.blocking(rubbish)
            };
            Wire wanted = handover.dial(Purpose.LANE, 3);
            try (Wire in = Wire.patient(reception.admit(Purpose.LANE, 3, LONG, () -> true))) {
                wanted.begin(9).send();
                in.allow(LONG, () -> 0);
                assertEquals(9, in.receive(), "somebody else was let in");
                for (Wire turned : unwanted) {
                    assertThrows(IOException.class, turned::receive);
                    turned.close();
                }
            }
            wanted.close();
        }
    }

    @Test
    void aProcessThatHasEndedIsNotWaitedForAndASlowOneOnlySoLong() throws Exception {
        try (Reception reception = reception()) {
            IOException ended = assertThrows(
                    IOException.class, () -> reception.admit(Purpose.PINS, 0, Duration.ofHours(1), () -> false));
            assertEquals("it ended before it was ready", ended.getMessage());
            assertThrows(
                    SocketTimeoutException.class,
                    () -> reception.admit(Purpose.PINS, 0, Duration.ofMillis(60), () -> true));
        }
    }

    @Test
    void anInterruptIsKeptForAfterwards() throws Exception {
        try (Reception reception = reception();
                Wire caller = reception.handover().dial(Purpose.PINS, 0)) {
            Thread.currentThread().interrupt();
            reception.admit(Purpose.PINS, 0, LONG, () -> true).close();
            assertTrue(Thread.interrupted());
            assertThrows(IOException.class, caller::receive);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00fc", "\u4e2d"})
    void aPathThatIsTooLongInOctetsIsRefusedAndLeavesNothing(String letter) throws Exception {
        int octets = letter.getBytes(StandardCharsets.UTF_8).length;
        Path parent = Files.createDirectory(folder.resolve(letter.repeat(102 / octets)));
        IOException refused = assertThrows(IOException.class, () -> new Reception(parent, new SecureRandom()));
        assertTrue(String.valueOf(refused.getMessage()).contains("too long for a socket"), refused.getMessage());
        try (Stream<Path> files = Files.list(parent)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void theWordIsHandedOverWithThePlaceAndComesBackWhole() throws Exception {
        byte[] secret = new byte[Handover.SECRET_OCTETS];
        new Random(1).nextBytes(secret);
        Path socket = folder.resolve("a folder with bl\u00e4nks").resolve("s");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Handover(socket, secret).writeTo(out);
        assertEquals(HexFormat.of().formatHex(secret) + socket + "\n", out.toString(StandardCharsets.UTF_8));
        Handover read = Handover.readFrom(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(socket.getParent(), read.folder());
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        read.writeTo(again);
        assertEquals(out.toString(StandardCharsets.UTF_8), again.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "00ff", "0000000000000000000000000000000000000000000000000000000000000000"})
    void anEndWithoutAHandoverIsSaidToBeOne(String line) {
        byte[] octets = line.getBytes(StandardCharsets.UTF_8);
        assertThrows(EOFException.class, () -> Handover.readFrom(new ByteArrayInputStream(octets)));
    }

    @Test
    void bothSidesMayDeleteAtTheSameTime() throws Exception {
        Path shared = folder.resolve("shared");
        Files.createDirectories(shared.resolve("below"));
        for (int i = 0; i < 1000; i++) {
            Files.createFile(shared.resolve((i % 2 == 0 ? "below/" : "") + i));
        }
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> side = () -> {
            together.await();
            Reception.delete(shared);
            return true;
        };
        try (ExecutorService sides = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> done : sides.invokeAll(List.of(side, side))) {
                assertTrue(done.get());
            }
        }
        assertFalse(Files.exists(shared));
    }

    @Test
    void deletingWhatIsGoneIsNoError() throws Exception {
        Reception.delete(folder.resolve("never there"));
        assertFalse(Files.exists(folder.resolve("never there")));
    }
}
