package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages that are longer than a frame are refused in words on either side, and the connection goes on. */
final class MessageLimitTest {
    private static final KeyRef KEY = new KeyRef("01", "key", new KeySpec.Ec(KeySpec.Curve.P256));
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private SocketChannel raw;
    private SocketChannel accepted;

    @BeforeEach
    void connect() throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("s"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            raw = SocketChannel.open(address);
            accepted = server.accept();
        }
    }

    @AfterEach
    void disconnect() throws IOException {
        raw.close();
        accepted.close();
    }

    @Test
    void theLongestBodyIsPutAndOneOctetMoreIsNot() {
        Wire wire = Wire.blocking(raw);
        byte[] longest = new byte[Wire.MAX_BODY - 1 - Integer.BYTES];
        wire.begin(1).put(longest);
        for (Consumer<Wire> more : List.<Consumer<Wire>>of(
                w -> w.put(true), w -> w.put(1), w -> w.put(1L), w -> w.put(new byte[0]), w -> w.put("x"))) {
            wire.begin(1).put(longest);
            assertThrows(Wire.TooLongException.class, () -> more.accept(wire));
        }
    }

    @Test
    void aQuestionThatIsTooLongIsNotAskedAndTheNextOneIs() throws Exception {
        try (Lane lane = new Lane(Wire.patient(accepted), () -> 0);
                Wire far = Wire.blocking(raw)) {
            TokenException refused = assertThrows(
                    TokenException.class,
                    () -> lane.call(
                            Operation.GENERATE, LONG, wire -> wire.put(new byte[Wire.MAX_BODY]), Wire::integer));
            assertEquals(Failure.REJECTED, refused.failure());
            assertEquals(
                    "generate was not asked for: a message between the program and its broker has at most "
                            + Wire.MAX_BODY + " octets",
                    refused.getMessage());
            assertTrue(lane.usable());
            far.begin(Answers.DONE).put(17).send();
            assertEquals(17, lane.call(Operation.KEYS, LONG, wire -> {}, Wire::integer));
            assertEquals(Operation.KEYS.code(), far.receive(), "the first question that was sent");
        }
    }

    /** A key's octets are endless here: whatever is asked, the answer does not fit. */
    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"PUBLIC_KEY", "RANDOM", "SIGN"})
    void anAnswerThatIsTooLongIsAFailureInWordsAndTheLaneGoesOn(Operation operation) throws Exception {
        try (ExecutorService broker = Executors.newSingleThreadExecutor();
                Lane lane = new Lane(Wire.patient(accepted), () -> 0)) {
            var _ = broker.submit(new TokenService(Wire.blocking(raw), endless()));
            TokenException refused = assertThrows(
                    TokenException.class, () -> lane.call(operation, LONG, wire -> question(operation, wire), w -> 0));
            assertEquals(
                    operation.hasEffect() ? Failure.UNKNOWN_OUTCOME : Failure.REJECTED,
                    refused.failure(),
                    "whether a signature exists that nobody has seen");
            assertTrue(
                    String.valueOf(refused.getMessage())
                            .startsWith("the answer to " + operation.words() + " is too long: a message between"),
                    refused.getMessage());
            TokenException bug =
                    assertThrows(TokenException.class, () -> lane.call(Operation.OFFERS, LONG, wire -> {}, wire -> 0));
            assertTrue(String.valueOf(bug.getMessage()).contains("stumbled over offers"), bug.getMessage());
        }
    }

    private static void question(Operation operation, Wire wire) {
        switch (operation) {
            case RANDOM -> wire.put(4);
            case SIGN -> {
                Values.put(wire, KEY);
                Values.put(wire, BrokerBench.ECDSA);
                wire.put(new byte[] {1});
            }
            default -> Values.put(wire, KEY);
        }
    }

    private static Token endless() {
        return (Token) Proxy.newProxyInstance(
                Token.class.getClassLoader(), new Class<?>[] {Token.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == byte[].class) {
                        return new byte[Wire.MAX_BODY];
                    }
                    throw new IllegalStateException(method.getName());
                });
    }

    /** Each look at the clock lets one more octet through: patience ends all the same. */
    @Test
    void aChildThatLetsItsAnswerDripIsNotWaitedForLongerThanASilentOne() throws Exception {
        try (Lane lane = new Lane(Wire.patient(accepted), () -> drop((byte) 7))) {
            raw.write(ByteBuffer.allocate(4).putInt(Wire.MAX_BODY).flip());
            LostException lost = assertThrows(
                    LostException.class,
                    () -> lane.call(Operation.KEYS, Duration.ofMillis(100), wire -> {}, Wire::integer));
            assertTrue(lost.delivered());
            assertInstanceOf(SocketTimeoutException.class, lost.getCause());
            assertFalse(lane.usable(), "what comes late must not be taken for the next answer");
        }
    }

    @Test
    void anAnswerInSingleOctetsIsWholeAtTheEnd() throws Exception {
        byte[] frame = {0, 0, 0, 8, Answers.DONE, 0, 0, 0, 3, 9, 8, 7};
        int[] next = {0};
        try (Lane lane = new Lane(Wire.patient(accepted), () -> next[0] < frame.length ? drop(frame[next[0]++]) : 0L)) {
            assertArrayEquals(new byte[] {9, 8, 7}, lane.call(Operation.PUBLIC_KEY, LONG, wire -> {}, Wire::octets));
        }
    }

    private long drop(byte octet) {
        try {
            return raw.write(ByteBuffer.wrap(new byte[] {octet})) - 1L;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aChildThatEndsWithinItsAnswerHasLostIt() throws Exception {
        try (Lane lane = new Lane(Wire.patient(accepted), () -> 0)) {
            raw.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 8, Answers.DONE, 0}));
            raw.shutdownOutput();
            LostException lost =
                    assertThrows(LostException.class, () -> lane.call(Operation.SIGN, LONG, wire -> {}, Wire::octets));
            assertTrue(lost.delivered(), "the question had gone out");
        }
    }
}
