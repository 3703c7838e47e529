package cairn.testkit.pkcs11;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which call goes wrong, and how; and how often each function was called. Safe for use by several threads. */
public final class FaultScript {
    private static final int EVER = Integer.MAX_VALUE;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Function, Integer> calls = new EnumMap<>(Function.class);
    private final Map<Function, Integer> performed = new EnumMap<>(Function.class);
    private int hanging;
    private int releases;

    private static final class Entry {
        private final Function function;
        private final Fault fault;
        private int skip;
        private int times;

        Entry(Function function, Fault fault, int skip, int times) {
            this.function = function;
            this.fault = fault;
            this.skip = skip;
            this.times = times;
        }
    }

    /** The next call of {@code function} goes wrong. */
    public void next(Function function, Fault fault) {
        add(function, fault, 0, 1);
    }

    /** The next {@code times} calls go wrong. */
    public void next(Function function, int times, Fault fault) {
        add(function, fault, 0, times);
    }

    /** {@code calls} more calls go well and the one after them goes wrong. */
    public void after(int calls, Function function, Fault fault) {
        add(function, fault, calls, 1);
    }

    /** All calls from now on go wrong. */
    public void always(Function function, Fault fault) {
        add(function, fault, 0, EVER);
    }

    private synchronized void add(Function function, Fault fault, int skip, int times) {
        entries.add(new Entry(function, fault, skip, times));
    }

    /** All goes well again; counts stay, and what hangs goes on hanging. */
    public synchronized void clear() {
        entries.clear();
    }

    /** Lets the calls that hang now go on. */
    public synchronized void release() {
        releases++;
        notifyAll();
    }

    /** How many calls hang now. */
    public synchronized int hanging() {
        return hanging;
    }

    /** Waits until a call hangs. */
    public synchronized void awaitHanging() throws InterruptedException {
        while (hanging == 0) {
            wait();
        }
    }

    /** How often the function was called, well or not. */
    public synchronized int calls(Function function) {
        return calls.getOrDefault(function, 0);
    }

    /** How often it was done: not those that were refused by script or by the module itself. */
    public synchronized int performed(Function function) {
        return performed.getOrDefault(function, 0);
    }

    synchronized void countPerformed(Function function) {
        performed.merge(function, 1, Integer::sum);
    }

    /** Counts a call and says what is to go wrong in it: the first entry that is due. */
    synchronized Optional<Fault> enter(Function function) {
        calls.merge(function, 1, Integer::sum);
        for (Iterator<Entry> it = entries.iterator(); it.hasNext(); ) {
            Entry entry = it.next();
            if (entry.function != function) {
                continue;
            }
            if (entry.skip > 0) {
                entry.skip--;
                continue;
            }
            if (entry.times != EVER && --entry.times == 0) {
                it.remove();
            }
            return Optional.of(entry.fault);
        }
        return Optional.empty();
    }

    synchronized void hang() {
        int until = releases + 1;
        hanging++;
        notifyAll();
        boolean interrupted = false;
        while (releases < until) {
            try {
                wait();
            } catch (InterruptedException e) {
                // A native library does not know Java's interrupts; neither does this.
                interrupted = true;
            }
        }
        hanging--;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
