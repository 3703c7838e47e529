package cairn.ca.engine;

import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which steps of the ports shall fail, and which were taken. A failing step does nothing of what it should. */
public final class Faults {
    private final Set<String> failing = new HashSet<>();
    private final List<String> steps = new ArrayList<>();

    /** From now on this step fails, until {@link #heal()}. */
    public synchronized void fail(String step) {
        failing.add(step);
    }

    /** Nothing fails any more. */
    public synchronized void heal() {
        failing.clear();
    }

    /** The steps that were taken or tried, in their order. */
    public synchronized List<String> steps() {
        return List.copyOf(steps);
    }

    /** Forgets the steps so far. */
    public synchronized void forget() {
        steps.clear();
    }

    void ledger(String step) throws LedgerException {
        if (taken(step)) {
            throw new LedgerException("told to fail at " + step);
        }
    }

    void journal(String step) throws JournalException {
        if (taken(step)) {
            throw new JournalException("told to fail at " + step);
        }
    }

    private synchronized boolean taken(String step) {
        steps.add(step);
        return failing.contains(step);
    }
}
