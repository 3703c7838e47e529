package cairn.hsm.softtoken;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crashes and neighbours: processes are real ones and die by {@code kill -9}. */
class SoftwareTokenCrashTest {
    private static final KeySpec P256 = new KeySpec.Ec(KeySpec.Curve.P256);

    @TempDir
    private Path folder;

    /** Generates keys with labels PREFIX0, PREFIX1 … and tells each one after it was acknowledged. */
    static final class Generator {
        private Generator() {}

        public static void main(String[] arguments) throws TokenException {
            try (SoftwareToken token = Tokens.open(Path.of(arguments[0]))) {
                for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                    KeyRef key = token.generateKeyPair(P256, arguments[1] + i);
                    System.out.println(key.id());
                }
            }
        }
    }

    @Test
    void whatWasAcknowledgedBeforeAKillIsThere() throws Exception {
        Path file = folder.resolve("token");
        Tokens.create(file).close();
        Random random = new Random(7);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < 6; round++) {
            Process process = generator(file, "r" + round + "-", 10_000);
            int goal = 1 + random.nextInt(12);
            try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
                for (int i = 0; i < goal; i++) {
                    acknowledged.add(Objects.requireNonNull(lines.readLine(), "the generator fell silent"));
                }
                Thread.sleep(0, random.nextInt(900_000));
                // By its handle: Process.destroyForcibly would close the stream with the last answers in it.
                process.toHandle().destroyForcibly();
                process.waitFor();
                lines.lines().filter(line -> line.length() == 32).forEach(acknowledged::add);
            }
            try (SoftwareToken token = Tokens.open(file)) {
                Set<String> there = new HashSet<>();
                token.keys().forEach(key -> there.add(key.id()));
                assertTrue(there.containsAll(acknowledged), "a key that was acknowledged is lost");
                assertTrue(there.size() <= acknowledged.size() + round + 1, "at most one more each round");
            }
        }
    }

    @Test
    void aLeftoverOfACrashBetweenWritingAndRenamingHarmsNothing() throws Exception {
        Path file = folder.resolve("token");
        try (SoftwareToken token = Tokens.create(file)) {
            KeyRef a = token.generateKeyPair(P256, "a");
            Files.writeString(folder.resolve("token.new"), "half of a file");
            try (SoftwareToken again = Tokens.open(file)) {
                assertEquals(List.of(a), again.keys());
                again.generateKeyPair(P256, "b");
            }
            assertFalse(Files.exists(folder.resolve("token.new")));
            assertEquals(2, token.keys().size());
        }
    }

    @Test
    void aFileThatCannotBeReplacedKeepsItsContentAndSaysSo() throws Exception {
        Path file = folder.resolve("token");
        try (SoftwareToken token = Tokens.create(file)) {
            KeyRef a = token.generateKeyPair(P256, "a");
            // A folder in the temporary file's place: the next replacement fails before it begins.
            Files.createDirectories(folder.resolve("token.new").resolve("x"));
            TokenException failure = assertThrows(TokenException.class, () -> token.generateKeyPair(P256, "b"));
            assertEquals(Failure.REJECTED, failure.failure());
            assertEquals(List.of(a), token.keys());
            Files.delete(folder.resolve("token.new").resolve("x"));
            assertEquals("b", token.generateKeyPair(P256, "b").label(), "and goes on when the cause is gone");
        }
    }

    @Test
    void theContentReachesTheDiskBeforeTheNameAndTheNameBeforeTheAnswer() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "strace is not installed");
        Path file = folder.resolve("token");
        Path trace = folder.resolve("trace");
        Tokens.create(file).close();
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/strace",
                "-f",
                "-qq",
                "-y",
                "-e",
                "trace=fsync,fdatasync,rename,write",
                "-o",
                trace.toString()));
        command.addAll(java(file, "k", 1));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assumptions.assumeTrue(process.waitFor() == 0, "strace may not trace here: " + said);
        List<String> calls = Files.readAllLines(trace, StandardCharsets.UTF_8);
        int content = indexOf(calls, "fsync(", "token.new>");
        int rename = indexOf(calls, "rename(", "token.new");
        int directory = indexOf(calls, "fsync(", folder + ">");
        int answer = indexOf(calls, "write(1<", "");
        assertTrue(content < rename && rename < directory && directory < answer, () -> String.join("\n", calls));
    }

    private static int indexOf(List<String> calls, String call, String argument) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).contains(call) && calls.get(i).contains(argument)) {
                return i;
            }
        }
        throw new AssertionError(call + argument + " was never called");
    }

    @Test
    void twoProcessesAndTwoTokensOfOneProcessNeverUndoEachOther() throws Exception {
        Path file = folder.resolve("token");
        try (SoftwareToken here = Tokens.create(file);
                SoftwareToken beside = Tokens.open(file)) {
            Process one = generator(file, "one", 10);
            Process two = generator(file, "two", 10);
            for (int i = 0; i < 5; i++) {
                here.generateKeyPair(P256, "here" + i);
                beside.generateKeyPair(P256, "beside" + i);
            }
            assertEquals(0, one.waitFor(), () -> said(one));
            assertEquals(0, two.waitFor(), () -> said(two));
            assertEquals(30, here.keys().size());
            assertEquals(here.keys(), beside.keys());
        }
    }

    private static String said(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Process generator(Path file, String prefix, int count) throws IOException {
        return new ProcessBuilder(java(file, prefix, count)).start();
    }

    private static List<String> java(Path file, String prefix, int count) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Generator.class.getName(),
                file.toString(),
                prefix,
                Integer.toString(count));
    }
}
