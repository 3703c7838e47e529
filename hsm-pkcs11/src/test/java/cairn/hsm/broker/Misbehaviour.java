package cairn.hsm.broker;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** What vendor libraries do to their process. */
final class Misbehaviour {
    private Misbehaviour() {}

    /** Does as {@code script} says if it knows it, else nothing. */
    static void act(String script, String function) throws TokenException {
        switch (script) {
            case "exit" -> Runtime.getRuntime().halt(42);
            case "crash" -> crash();
            case "hang" -> hang();
            case "stumble" -> throw new IllegalStateException("a bug in the binding");
            case "refuse" ->
                throw new TokenException(
                        Failure.REJECTED,
                        function,
                        0x8000_0007L,
                        "CKR_VENDOR_DEFINED + 7",
                        new Exception("deep cause"));
            case "chat" -> System.out.println("library chatter \u0007 ".repeat(60_000) + "the last words");
            case "slow" -> sleep(1_500);
            default -> {
                // An ordinary message.
            }
        }
    }

    private static void crash() {
        try {
            new ProcessBuilder(
                            "/bin/kill",
                            "-SEGV",
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hang();
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            hang();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
