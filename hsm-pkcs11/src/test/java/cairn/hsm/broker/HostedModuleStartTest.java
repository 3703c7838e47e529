package cairn.hsm.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.broker.Handover.Purpose;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenModule.ModuleInfo;
import cairn.testkit.SettableClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts that fail, starts that take long, strangers at the socket, and the end of the program itself. */
class HostedModuleStartTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    /** A child that calls as agreed and then talks nonsense. */
    static final class Babbler {
        private Babbler() {}

        public static void main(String[] arguments) throws Exception {
            Handover handover = Handover.readFrom(System.in);
            String script = Files.readString(Path.of(arguments[0], "babble"));
            if (script.equals("stranger")) {
                Handover stranger = new Handover(handover.folder().resolve("s"), new byte[Handover.SECRET_OCTETS]);
                try {
                    stranger.dial(Purpose.PINS, 0);
                    stranger.dial(Purpose.CONTROL, 0).begin(Answers.DONE).send();
                } catch (IOException hungUp) {
                    // The host may have hung up before the stranger has said a word.
                    System.err.println("the stranger was turned away: " + hungUp.getMessage());
                }
            }
            Wire pins = handover.dial(Purpose.PINS, 0);
            Wire control = handover.dial(Purpose.CONTROL, 0);
            control.begin(Answers.DONE).send();
            while (true) {
                Operation operation = Operation.of(control.receive());
                switch (script) {
                    case "status" -> control.begin(77);
                    case "short" -> control.begin(Answers.DONE).put(1_000_000);
                    case "failure" -> control.begin(Answers.FAILED).put("NO_SUCH_FAILURE");
                    case "huge" ->
                        control.begin(Answers.DONE)
                                .put("a")
                                .put("b")
                                .put("c")
                                .put("d")
                                .put(-5);
                    case "two" -> {
                        control.begin(Answers.DONE).send();
                        control.begin(Answers.DONE);
                    }
                    default ->
                        Values.put(control.begin(Answers.DONE), new ModuleInfo("", "", operation.name(), "", ""));
                }
                control.send();
                pins.forget();
            }
        }
    }

    /** A program that hosts a module, tells its child's number and waits to be killed. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) throws Exception {
            BrokerBench bench = new BrokerBench(Path.of(arguments[0]));
            bench.open();
            System.out.println(bench.process().pid());
            new CountDownLatch(1).await();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "short", "failure", "huge", "two"})
    void nonsenseEndsTheProcessAndIsCalledLost(String script) throws Exception {
        Files.writeString(folder.resolve("babble"), script);
        try (BrokerBench bench = new BrokerBench(folder, Babbler.class, InstantSource.system(), LONG)) {
            TokenException lost =
                    fails(Failure.TOKEN_ABSENT, () -> bench.module().info());
            assertTrue(String.valueOf(lost.getMessage()).contains("does not keep to the protocol"), lost.getMessage());
            assertEquals(Optional.empty(), bench.module().process());
        }
    }

    @Test
    void aStrangerAtTheSocketIsTurnedAway() throws Exception {
        Files.writeString(folder.resolve("babble"), "stranger");
        try (BrokerBench bench = new BrokerBench(folder, Babbler.class, InstantSource.system(), LONG)) {
            assertEquals("MODULE_INFO", bench.module().info().description());
        }
    }

    @Test
    void whatAStartReportsKeepsItsType() throws Exception {
        try (BrokerBench bench = new BrokerBench(folder)) {
            bench.onStart("refuse");
            TokenException refused =
                    fails(Failure.REJECTED, () -> bench.module().info());
            assertEquals("C_Initialize", refused.function());
            bench.onStart("exit");
            TokenException died =
                    fails(Failure.TOKEN_ABSENT, () -> bench.module().info());
            assertTrue(String.valueOf(died.getMessage()).contains("exit code 42"), died.getMessage());
            bench.onStart("slow");
            assertEquals("scripted", bench.module().info().description());
        }
        onlyUsualFilesAreLeft();
    }

    @Test
    void aStartThatTakesTooLongIsGivenUp() throws Exception {
        try (BrokerBench bench =
                new BrokerBench(folder, ScriptedBroker.class, InstantSource.system(), Duration.ofSeconds(5))) {
            bench.onStart("hang");
            TokenException late =
                    fails(Failure.TOKEN_ABSENT, () -> bench.module().info());
            assertTrue(String.valueOf(late.getMessage()).contains("no"), late.getMessage());
        }
        onlyUsualFilesAreLeft();
    }

    @Test
    void aLibraryThatAlwaysDiesIsLeftAloneForAWhile() throws Exception {
        SettableClock clock = SettableClock.at("2030-01-01T00:00:00Z");
        try (BrokerBench bench = new BrokerBench(folder, ScriptedBroker.class, clock, LONG)) {
            bench.onStart("exit");
            for (int i = 0; i < 6; i++) {
                clock.advance(Duration.ofSeconds(30));
                fails(Failure.TOKEN_ABSENT, () -> bench.module().info());
            }
            TokenException open =
                    fails(Failure.TOKEN_ABSENT, () -> bench.module().info());
            assertTrue(String.valueOf(open.getMessage()).contains("2030-01-01T00:04:00Z"), open.getMessage());
            assertEquals(6, bench.notes("start"), "the last was not started at all");
            bench.onStart("nothing");
            clock.advance(Duration.ofSeconds(61));
            assertEquals("scripted", bench.module().info().description());
        }
    }

    @Test
    void aProgramThatCannotBeStartedIsSaidSo() throws Exception {
        LaunchSpec spec = new LaunchSpec(folder.resolve("no-java"), "", "none", List.of(), List.of(), Map.of());
        try (HostedModule module = new HostedModule(
                spec,
                HostOptions.in(folder),
                Thread.ofPlatform().daemon().factory(),
                new SecureRandom(),
                InstantSource.system())) {
            fails(Failure.TOKEN_ABSENT, module::info);
        }
        Path deep = Files.createDirectories(folder.resolve("x".repeat(100)));
        try (HostedModule module = new HostedModule(
                spec,
                HostOptions.in(deep),
                Thread.ofPlatform().daemon().factory(),
                new SecureRandom(),
                InstantSource.system())) {
            TokenException tooLong = fails(Failure.TOKEN_ABSENT, module::info);
            assertTrue(String.valueOf(tooLong.getMessage()).contains("too long for a socket"), tooLong.getMessage());
        }
        onlyUsualFilesAreLeft();
    }

    @Test
    void theBrokerEndsWithTheProgramAndTakesItsFolderAlong() throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = program.inputReader(StandardCharsets.UTF_8)) {
            long pid = Long.parseLong(Objects.requireNonNull(said.readLine(), "the program said nothing"));
            ProcessHandle child = ProcessHandle.of(pid).orElseThrow();
            program.toHandle().destroyForcibly();
            child.onExit().get(20, TimeUnit.SECONDS);
            assertFalse(child.isAlive());
        }
        onlyUsualFilesAreLeft();
    }

    private void onlyUsualFilesAreLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.getFileName().toString().startsWith("cairn-"))
                            .toList());
        }
    }

    private static TokenException fails(Failure expected, Executable action) {
        TokenException failure = assertThrows(TokenException.class, action);
        assertEquals(expected, failure.failure(), failure.getMessage());
        return failure;
    }
}
