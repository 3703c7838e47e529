package cairn.app.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import cairn.ca.signing.KeyStoreToken;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.Register;
import cairn.ca.storage.RegisterRebuild;
import cairn.ca.storage.Surroundings;
import cairn.hsm.softtoken.SoftwareToken;
import cairn.hsm.token.Pin;
import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the program at every named step of issuing and of signing a list, again and again in the same
 * workspace. With {@code -Dcairn.long=true} 420 kills instead of 30.
 */
class ProgramKillTest {
    private static final int ROUNDS = Boolean.getBoolean("cairn.long") ? 14 : 1;
    private static final int LANES = 2;

    @TempDir
    private Path folder;

    private final Aftermath.Tally tally = new Aftermath.Tally();

    @Test
    @SuppressWarnings("SystemOut") // a person who ran the long form wants to know
    void aKilledProgramLeavesNothingUnrecordedAndUsesNoNumberTwice() throws Exception {
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                int number = lane;
                running.add(lanes.submit((Callable<Integer>) () -> lane(number)));
            }
            int signatures = 0;
            for (Future<Integer> lane : running) {
                signatures += lane.get();
            }
            System.out.println("kills of the program: " + tally + ", signatures seen " + signatures);
        }
        assertEquals(ROUNDS * Step.all().size(), tally.kills());
        assertEquals(ROUNDS * Step.all().stream().filter(Step::tearsAWrite).count(), tally.torn());
        assertTrue(tally.caughtUp() >= ROUNDS * 4, () -> "register caught up " + tally.caughtUp());
    }

    /** A workspace of its own; every second step, and in the next round the others. */
    private int lane(int lane) throws Exception {
        Path home = Files.createDirectory(folder.resolve("lane-" + lane));
        Path workspace = home.resolve("ws");
        Path token = home.resolve("token");
        try (Pin passphrase = CrashProgram.passphrase()) {
            SoftwareToken.create(token, "crash", passphrase, new SecureRandom()).close();
        }
        Register.create(workspace, new NewWorkspace(1 + lane, "crash"), surroundings())
                .close();
        Evidence evidence = new Evidence();
        Aftermath aftermath = new Aftermath(workspace, evidence, tally);
        Observer observer = new Observer() {
            @Override
            public void reached(Step step) {}

            @Override
            public void seen(String what, byte[] octets) {
                evidence.add(what, octets);
            }
        };
        try (Workbench bench = new Workbench(workspace, observer);
                KeyStoreToken open = CrashProgram.open(token)) {
            bench.createAuthorities(open);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < Step.all().size(); i++) {
                Step step = Step.all().get(i);
                if ((i + round) % LANES == lane) {
                    try {
                        kill(workspace, token, step, evidence);
                        aftermath.ofProgram(step);
                    } catch (Exception | AssertionError e) {
                        throw new AssertionError("round " + round + ", " + step, e);
                    }
                }
            }
        }
        try (Workbench bench = new Workbench(workspace, observer);
                KeyStoreToken open = CrashProgram.open(token)) {
            assertTrue(bench.register().report().closedInOrder());
            bench.issue(bench.issuer(open));
            bench.signList(bench.issuer(open));
            evidence.compare(bench.register());
        }
        RegisterRebuild.rebuild(workspace, surroundings());
        try (Register rebuilt = Register.open(workspace, surroundings())) {
            evidence.compare(rebuilt);
        }
        return evidence.signatures();
    }

    private static Surroundings surroundings() {
        return Surroundings.of(InstantSource.system(), new SecureRandom(), "crash test", "0", "boot");
    }

    private static void kill(Path workspace, Path token, Step step, Evidence evidence) throws Exception {
        File words = Files.createTempFile(token.getParent(), "stderr", ".txt").toFile();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xss2m",
                        "-Xshare:auto",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashProgram.class.getName(),
                        workspace.toString(),
                        token.toString(),
                        step.name())
                .redirectError(words)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            String line = lines.readLine();
            while (line != null && !line.equals(CrashProgram.REACHED)) {
                int blank = line.indexOf(' ');
                evidence.add(line.substring(0, blank), HexFormat.of().parseHex(line.substring(blank + 1)));
                line = lines.readLine();
            }
            if (line == null) {
                fail("the program ended before the step: " + Files.readString(words.toPath()));
            }
            process.toHandle().destroyForcibly();
            assertEquals(128 + 9, process.waitFor(), "killed");
        } finally {
            process.toHandle().destroyForcibly();
        }
        Files.delete(words.toPath());
    }
}
