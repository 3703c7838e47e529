package cairn.app.fx.task;

import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.audit.Progress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs work on threads of its own. What changes something runs one after the other; what only looks runs at once. */
public final class BackgroundTasks implements Tasks {
    /** More often nobody can read it. */
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(50);

    private final Executor acting;
    private final Executor looking;
    private final ScreenThread screen;
    private final InstantSource clock;
    private final Consumer<Job> watcher;

    /**
     * @param acting one thread
     * @param looking several threads
     * @param watcher hears of every piece of work that changes something, on the screen's thread
     */
    public BackgroundTasks(
            Executor acting, Executor looking, ScreenThread screen, InstantSource clock, Consumer<Job> watcher) {
        this.acting = acting;
        this.looking = looking;
        this.screen = screen;
        this.clock = clock;
        this.watcher = watcher;
    }

    @Override
    public <T> Job act(String title, Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        Job job = new Job(title);
        watcher.accept(job);
        acting.execute(() -> run(job, work, done, failed));
        return job;
    }

    @Override
    public <T> Job look(Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        Job job = new Job("");
        looking.execute(() -> run(job, work, done, failed));
        return job;
    }

    private <T> void run(Job job, Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        try {
            T result = work.run(new Reports(job));
            screen.later(() -> {
                job.ended();
                done.accept(result);
            });
        } catch (Exception | Error e) {
            // Whatever ended it: a screen that never hears of the end would say for ever that it is at work.
            Problem problem = Problems.of(e);
            screen.later(() -> {
                job.ended();
                failed.accept(problem);
            });
        }
    }

    /** Tells the screen now and then. */
    private final class Reports implements Progress {
        private final Job job;
        private Instant last = Instant.EPOCH;

        Reports(Job job) {
            this.job = job;
        }

        @Override
        public boolean goesOn(long done, long total) {
            Instant now = clock.instant();
            if (Duration.between(last, now).compareTo(BETWEEN_REPORTS) >= 0) {
                last = now;
                screen.later(() -> job.reached(done, total));
            }
            return !job.isCancelled();
        }
    }
}
