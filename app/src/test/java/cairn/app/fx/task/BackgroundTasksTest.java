package cairn.app.fx.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.app.problem.Problem;
import cairn.testkit.SettableClock;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However work ends, its screen hears of it, on its own thread. */
final class BackgroundTasksTest {
    private static final long LONGEST_SECONDS = 30;

    private final ExecutorService acting = Executors.newSingleThreadExecutor();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BackgroundTasks tasks = new BackgroundTasks(
            acting, acting, new ScreenThread(), SettableClock.at(Instant.EPOCH), job -> heard.add("watched"));

    @BeforeAll
    static void startToolkit() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // Another test started it.
        }
        Platform.setImplicitExit(false);
    }

    @AfterEach
    void end() {
        acting.shutdown();
    }

    private String next() throws InterruptedException {
        String words = heard.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertTrue(words != null, "nothing was heard");
        return words;
    }

    private void done(Object result) {
        heard.add(Platform.isFxApplicationThread() + " " + result);
    }

    private void failed(Problem problem) {
        heard.add(Platform.isFxApplicationThread() + " " + problem.code());
    }

    @Test
    void whatActsIsWatchedAndItsResultComesBackOnTheScreensThread() throws Exception {
        Job job = tasks.act("counting", progress -> 42, this::done, this::failed);
        assertEquals(List.of("watched", "true 42"), List.of(next(), next()));
        assertEquals(false, job.running().get());
    }

    @Test
    void whatLooksIsNotWatched() throws Exception {
        tasks.look(progress -> "seen", this::done, this::failed);
        assertEquals("true seen", next());
    }

    @Test
    void aFailureComesBackAsAProblem() throws Exception {
        tasks.look(
                progress -> {
                    throw new IOException("gone");
                },
                this::done,
                this::failed);
        assertEquals("true I-5", next());
    }

    @Test
    void anErrorOfTheMachineEndsTheWorkAsWellAndTheNextGoesOn() throws Exception {
        Job job = tasks.act(
                "breaking",
                progress -> {
                    throw new NoClassDefFoundError("cairn/Gone");
                },
                this::done,
                this::failed);
        assertEquals(List.of("watched", "true B-1"), List.of(next(), next()));
        assertEquals(false, job.running().get());
        tasks.look(progress -> "on", this::done, this::failed);
        assertEquals("true on", next());
    }

    @Test
    void workThatIsCancelledIsToldSoAtItsNextStep() throws Exception {
        Job job = tasks.look(
                progress -> {
                    heard.add("begun");
                    while (progress.goesOn(1, 2)) {
                        Thread.onSpinWait();
                    }
                    return "ended";
                },
                this::done,
                this::failed);
        assertEquals("begun", next());
        job.cancel();
        assertEquals("true ended", next());
    }
}
