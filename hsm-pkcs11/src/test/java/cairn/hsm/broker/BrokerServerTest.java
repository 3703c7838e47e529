package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.broker.Handover.Purpose;
import cairn.hsm.softtoken.Tokens;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.Pin;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker in this process, served by a parent that cuts its frames, asks for what does not exist, or vanishes. */
final class BrokerServerTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int DESK = 5;

    @TempDir
    private Path folder;

    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private Reception reception;
    private Future<?> serving;
    private SocketChannel raw;
    private Wire pins;
    private Wire control;

    @BeforeEach
    void start() throws Exception {
        try (Pin passphrase = BrokerBench.pin("correct horse")) {
            Tokens.create(folder.resolve("token"), "Scripted", passphrase, new SecureRandom())
                    .close();
        }
        reception = new Reception(folder, new SecureRandom());
        serving = threads.submit(() -> {
            BrokerServer.serve(
                    handedOver(),
                    List.of(folder.toString()),
                    given -> ScriptedBroker.start(Path.of(given.getFirst())),
                    Thread.ofPlatform().daemon().factory());
            return null;
        });
        pins = Wire.blocking(reception.admit(Purpose.PINS, 0, LONG, () -> true));
        raw = reception.admit(Purpose.CONTROL, 0, LONG, () -> true);
        control = Wire.blocking(raw);
        assertEquals(Answers.DONE, control.receive());
    }

    @AfterEach
    void stop() throws Exception {
        control.close();
        pins.close();
        reception.close();
        threads.close();
    }

    private InputStream handedOver() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        reception.handover().writeTo(line);
        return new ByteArrayInputStream(line.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 9})
    void aParentThatVanishesWithinAFrameLeavesNothingBehind(int octets) throws Exception {
        logIn();
        ByteBuffer frame = ByteBuffer.allocate(4 + 20).putInt(20).put((byte) Operation.MECHANISMS.code());
        raw.write(frame.position(0).limit(octets));
        control.close();
        serving.get();
        assertAllIsClosed();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Wire.MAX_BODY + 1, Integer.MAX_VALUE})
    void aFrameOfAnImpossibleLengthEndsTheService(int length) throws Exception {
        raw.write(ByteBuffer.allocate(4).putInt(length).flip());
        serving.get();
        assertThrows(IOException.class, control::receive);
        assertFalse(Files.exists(reception.folder()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 21, 101, 127})
    void anUnknownOperationEndsTheServiceAndLogsOut(int code) throws Exception {
        logIn();
        control.begin(code).send();
        assertEnded("operation " + code);
    }

    @Test
    void whatBelongsOnALaneIsNotDoneOnTheControlConnection() throws Exception {
        logIn();
        control.begin(Operation.SIGN.code()).send();
        assertEnded("SIGN on the control connection");
    }

    @Test
    void aQuestionThatEndsTooEarlyEndsTheServiceWithoutATouchOnTheLibrary() throws Exception {
        control.begin(Operation.INIT_TOKEN.code()).put(1L).put(new byte[] {1}).send();
        assertEnded("a frame ends too early");
        assertEquals(List.of("start", "close"), notes());
    }

    @Test
    void moreSessionsThanNoneAreNeeded() throws Exception {
        control.begin(Operation.OPEN_TOKEN.code());
        Values.put(control, ScriptedBroker.selector());
        control.put(0).put(1L).put(1L).put(DESK).send();
        assertEnded("0 sessions");
    }

    @Test
    void theNumberOfATokenThatIsNotOpenClosesNoOther() throws Exception {
        Wire lane = logIn();
        control.begin(Operation.CLOSE_TOKEN.code()).put(2).send();
        assertEquals(Answers.DONE, control.receive());
        assertFalse(notes().contains("logout"));
        lane.begin(Operation.KEYS.code()).send();
        assertEquals(Answers.DONE, lane.receive());
        control.begin(Operation.CLOSE_TOKEN.code()).put(1).send();
        assertEquals(Answers.DONE, control.receive());
        assertTrue(notes().contains("logout"));
        lane.begin(Operation.KEYS.code()).send();
        assertEquals(Answers.FAILED, lane.receive(), "a token that is closed answers nothing");
    }

    @Test
    void theHandleOfAnotherTokensKeyIsNoKeyHere() throws Exception {
        Wire lane = logIn();
        KeyRef foreign = new KeyRef("00ff", "foreign", new KeySpec.Ec(KeySpec.Curve.P256));
        for (Operation operation : List.of(Operation.PUBLIC_KEY, Operation.PROOF, Operation.DESTROY, Operation.SIGN)) {
            Values.put(lane.begin(operation.code()), foreign);
            Values.put(lane, BrokerBench.ECDSA);
            lane.put(new byte[] {1}).send();
            assertEquals(Answers.FAILED, lane.receive(), operation.name());
            assertEquals(Failure.KEY_MISSING, Answers.failure(lane).failure(), operation.name());
        }
    }

    @Test
    void nonsenseOnALaneCostsThatLaneOnly() throws Exception {
        Wire lane = logIn();
        lane.begin(Operation.SHUT_DOWN.code()).send();
        assertThrows(IOException.class, lane::receive);
        control.begin(Operation.MODULE_INFO.code()).send();
        assertEquals(Answers.DONE, control.receive());
    }

    @Test
    void aParentThatAnswersNonsenseInsteadOfAPinIsNotLoggedInFor() throws Exception {
        for (Consumer<Wire> answer : List.<Consumer<Wire>>of(
                wire -> wire.begin(Answers.DONE),
                wire -> wire.begin(Answers.DONE).put(Integer.MAX_VALUE),
                wire -> wire.begin(Answers.FAILED).put("NO_SUCH_FAILURE"),
                wire -> wire.begin(99))) {
            ask(1);
            pins.receive();
            answer.accept(pins);
            pins.send();
            assertEquals(Answers.FAILED, control.receive());
            assertEquals(Failure.LOGIN_REQUIRED, Answers.failure(control).failure());
        }
        ask(1);
        pins.receive();
        pins.close();
        assertEquals(Answers.FAILED, control.receive());
        TokenException gone = Answers.failure(control);
        assertEquals(Failure.LOGIN_REQUIRED, gone.failure());
        assertEquals("the PIN cannot be asked for any more", gone.getMessage());
    }

    @Test
    void aLibraryThatCannotBeLoadedIsToldAndNothingIsServed() throws Exception {
        Future<?> failing = threads.submit(() -> {
            BrokerServer.serve(
                    handedOver(),
                    List.of(),
                    given -> {
                        throw new TokenException(Failure.TOKEN_ABSENT, "no library");
                    },
                    Thread.ofPlatform().daemon().factory());
            return null;
        });
        reception.admit(Purpose.PINS, 0, LONG, () -> true);
        Wire told = Wire.blocking(reception.admit(Purpose.CONTROL, 0, LONG, () -> true));
        assertEquals(Answers.FAILED, told.receive());
        assertEquals("no library", Answers.failure(told).getMessage());
        failing.get();
    }

    @Test
    void withoutAHandoverNobodyIsCalled() {
        assertThrows(
                IOException.class,
                () -> BrokerServer.serve(
                        InputStream.nullInputStream(),
                        List.of(),
                        given -> {
                            throw new AssertionError("nothing may be loaded");
                        },
                        Thread.ofPlatform().factory()));
    }

    /** Asks for a log-in; the PIN is asked for next. */
    private void ask(int sessions) throws IOException {
        OpenRequest request = new OpenRequest(
                new TokenSelector("Scripted", Optional.empty()), new TokenOptions(sessions, LONG, LONG));
        request.put(control.begin(Operation.OPEN_TOKEN.code()), DESK);
        control.send();
    }

    /** Logs in to token 1 and answers its one lane. */
    private Wire logIn() throws IOException {
        ask(1);
        assertEquals(DESK, pins.receive());
        pins.begin(Answers.DONE).put("correct horse").send();
        assertEquals(Answers.DONE, control.receive());
        int number = control.integer();
        return Wire.blocking(reception.admit(Purpose.LANE, number, LONG, () -> true));
    }

    private List<String> notes() throws IOException {
        return Files.readAllLines(folder.resolve("notes"));
    }

    private void assertEnded(String why) throws IOException {
        ExecutionException ended = assertThrows(ExecutionException.class, serving::get);
        assertInstanceOf(Wire.GarbledException.class, ended.getCause());
        assertTrue(String.valueOf(ended.getMessage()).contains(why), ended.getMessage());
        assertAllIsClosed();
    }

    private void assertAllIsClosed() throws IOException {
        List<String> notes = notes();
        assertEquals(notes.contains("login"), notes.contains("logout"), notes::toString);
        assertEquals("close", notes.getLast());
        assertFalse(Files.exists(reception.folder()), "the private folder stayed behind");
    }
}
