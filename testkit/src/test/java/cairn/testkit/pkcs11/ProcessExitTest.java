package cairn.testkit.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cairn.testkit.SeededRandom;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A module that calls exit() takes its process with it, and says with which status. */
final class ProcessExitTest {
    /** Runs in a process of its own. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) {
            JavaModule module = JavaModule.withToken("granite", SeededRandom.of(1));
            module.script().next(Function.C_Initialize, new Fault.ExitProcess(7));
            try (Arena arena = Arena.ofConfined()) {
                new CProgram(false, module.functionList(), arena).call(0, MemorySegment.NULL);
            }
        }
    }

    @Test
    void theProcessEndsWithTheStatus() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName())
                .inheritIO()
                .start();
        try {
            assertEquals(true, process.waitFor(120, TimeUnit.SECONDS));
            assertEquals(7, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }
}
