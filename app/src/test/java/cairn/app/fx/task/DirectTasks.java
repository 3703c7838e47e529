package cairn.app.fx.task;

import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Does work at once, where it is asked for: view models are tested without the toolkit and without waiting. */
public final class DirectTasks implements Tasks {
    private final List<String> acted = new ArrayList<>();

    @Override
    public <T> Job act(String title, Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        acted.add(title);
        return run(new Job(title), work, done, failed);
    }

    @Override
    public <T> Job look(Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        return run(new Job(""), work, done, failed);
    }

    /** The titles of what was done so far. */
    public List<String> acted() {
        return List.copyOf(acted);
    }

    private static <T> Job run(Job job, Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        T result;
        try {
            result = work.run((steps, total) -> {
                job.reached(steps, total);
                return !job.isCancelled();
            });
        } catch (Exception e) {
            job.ended();
            failed.accept(Problems.of(e));
            return job;
        }
        job.ended();
        done.accept(result);
        return job;
    }
}
