package cairn.bench.issuing;

import cairn.bench.measure.CpuClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * Sums up the processor time of each step; a step within a step counts for itself alone. Steps begin and end in one
 * thread, but the time of all threads counts.
 */
final class StepClock {
    private final CpuClock clock;
    private final Map<Step, Long> sums = new EnumMap<>(Step.class);
    private final Deque<Step> running = new ArrayDeque<>();
    private long since;

    StepClock(CpuClock clock) {
        this.clock = clock;
    }

    void begin(Step step) {
        charge();
        running.push(step);
    }

    void end() {
        charge();
        running.pop();
    }

    private void charge() {
        long now = clock.own();
        Step step = running.peek();
        if (step != null) {
            sums.merge(step, now - since, Long::sum);
        }
        since = now;
    }

    /** The sums in nanoseconds since the last call. */
    Map<Step, Long> take() {
        Map<Step, Long> taken = new EnumMap<>(sums);
        sums.clear();
        return taken;
    }
}
