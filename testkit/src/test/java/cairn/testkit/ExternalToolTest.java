package cairn.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class ExternalToolTest {
    private final ExternalTool shell = ExternalTool.require("sh", "dash");

    @Test
    void outputErrorsAndStatusAreKeptApart() {
        ExternalTool.Result result = shell.run("-c", "echo out; echo err >&2; exit 3");
        assertEquals(3, result.status());
        assertEquals("out\n", result.text());
        assertEquals("err\n", result.errors());
    }

    @Test
    void inputLargerThanAnyPipeComesBackWhole() {
        byte[] input = new byte[300_000];
        new Random(1).nextBytes(input);
        assertArrayEquals(
                input, ExternalTool.require("cat", "coreutils").runWith(input).output());
    }

    @Test
    void theEnvironmentReachesTheProgram() {
        ExternalTool.Result result = shell.with("CAIRN_WORD", "granite").run("-c", "printf %s \"$CAIRN_WORD\"");
        assertEquals("granite", result.text());
    }

    @Test
    void aFailureShowsCommandAndErrors() {
        AssertionError error =
                assertThrows(AssertionError.class, () -> shell.expectSuccess("-c", "echo why >&2; exit 1"));
        assertTrue(String.valueOf(error.getMessage()).contains("why"), error.getMessage());
    }

    @Test
    void aProgramThatDoesNotEndIsKilled() {
        ExternalTool impatient = shell.within(Duration.ofMillis(200));
        AssertionError error = assertThrows(AssertionError.class, () -> impatient.run("-c", "exec sleep 600"));
        assertTrue(String.valueOf(error.getMessage()).contains("did not end"), error.getMessage());
    }

    @Test
    void aMissingProgramSkipsAndNamesThePackage() {
        TestAbortedException skipped =
                assertThrows(TestAbortedException.class, () -> ExternalTool.require("no-such-program", "some-package"));
        assertTrue(String.valueOf(skipped.getMessage()).contains("apt-get install some-package"), skipped.getMessage());
    }

    @Test
    void openSslIsFoundAndAFutureOneIsNot() {
        byte[] data = "abc".getBytes(StandardCharsets.US_ASCII);
        String answer = OpenSsl.require().runWith(data, "dgst", "-sha256", "-r").text();
        assertTrue(answer.startsWith("ba7816bf8f01cfea414140de5dae2223"), answer);
        assertThrows(TestAbortedException.class, () -> OpenSsl.require(99, 0));
    }
}
