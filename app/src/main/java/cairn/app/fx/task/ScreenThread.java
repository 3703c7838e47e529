package cairn.app.fx.task;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** The thread that draws: the one place from which the toolkit's queue is reached. */
public final class ScreenThread {
    /** Does {@code step} on the screen's thread, later. */
    public void later(Runnable step) {
        Platform.runLater(step);
    }

    /** Asks the screen for something and waits; for work beside the screen that needs a person's answer. */
    public <T> @Nullable T ask(Supplier<@Nullable T> question) throws InterruptedException {
        if (Platform.isFxApplicationThread()) {
            return question.get();
        }
        AtomicReference<@Nullable T> answer = new AtomicReference<>();
        CountDownLatch answered = new CountDownLatch(1);
        later(() -> {
            try {
                answer.set(question.get());
            } finally {
                answered.countDown();
            }
        });
        answered.await();
        return answer.get();
    }

    /** Refuses to go on if this is the screen's thread: a window never waits for a disk or a token. */
    public void forbid() {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the workspace was reached from the thread that draws");
        }
    }
}
