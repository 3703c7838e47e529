package cairn.app.fx.table;

import cairn.app.fx.task.DirectTasks;
import cairn.app.fx.task.Job;
import cairn.app.fx.task.Tasks;
import cairn.app.fx.task.Work;
import cairn.app.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Keeps looks until the test lets one of them run, in whichever order. */
public final class HeldTasks implements Tasks {
    private final DirectTasks direct = new DirectTasks();
    private final List<Runnable> held = new ArrayList<>();

    @Override
    public <T> Job act(String title, Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        return direct.act(title, work, done, failed);
    }

    @Override
    public <T> Job look(Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        held.add(() -> direct.look(work, done, failed));
        return new Job("");
    }

    /** How many wait. */
    public int waiting() {
        return held.size();
    }

    /** Runs the one that has waited longest but for {@code older} others. */
    public void run(int older) {
        held.remove(older).run();
    }

    /** Runs all, and those that come of them. */
    public void runAll() {
        while (!held.isEmpty()) {
            run(0);
        }
    }
}
