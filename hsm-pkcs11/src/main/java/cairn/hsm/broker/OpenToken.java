package cairn.hsm.broker;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.EOFException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One log-in to a token in one life of the broker: its lanes, lent to one thread each. */
final class OpenToken {
    private static final Duration CLOSING = Duration.ofSeconds(3);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final BrokerProcess process;
    private final int number;
    private final int desk;
    private final List<Lane> all;
    private final BlockingQueue<Lane> free;
    private final Set<String> witnessed = ConcurrentHashMap.newKeySet();

    OpenToken(BrokerProcess process, int number, int desk, List<Lane> lanes) {
        this.process = process;
        this.number = number;
        this.desk = desk;
        all = List.copyOf(lanes);
        free = new LinkedBlockingQueue<>(lanes);
    }

    BrokerProcess process() {
        return process;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Identifiers of the keys whose public half was compared since the log-in. */
    Set<String> witnessed() {
        return witnessed;
    }

    /**
     * A lane for one operation.
     *
     * @throws TokenException BUSY if none became free within {@code patience}
     * @throws LostException if the broker died meanwhile
     */
    Lane borrow(Duration patience) throws TokenException, LostException {
        Lane lane = free.poll();
        long start = System.nanoTime();
        try {
            while (lane == null && isAlive() && System.nanoTime() - start < patience.toNanos()) {
                lane = free.poll(Math.min(LOOK_NANOS, patience.toNanos()), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenException(Failure.BUSY, "", 0, "interrupted while all sessions were in use", e);
        }
        if (lane == null && isAlive()) {
            throw new TokenException(Failure.BUSY, "all " + all.size() + " sessions were in use for " + patience);
        }
        if (lane == null || !lane.usable()) {
            throw new LostException(false, new EOFException("the broker has ended"));
        }
        return lane;
    }

    void giveBack(Lane lane) {
        free.add(lane);
    }

    /** Logs out. The process lives on for other tokens. */
    void close() {
        try {
            if (isAlive()) {
                process.control(Operation.CLOSE_TOKEN, CLOSING, wire -> wire.put(number), wire -> true);
            }
        } catch (TokenException | LostException e) {
            // Logged out by force: who does not answer to this holds a login that only the process's end takes away.
            process.kill("it did not close a token: " + e.getMessage());
        } finally {
            process.pins().dismiss(desk);
            all.forEach(Lane::close);
            process.forget(all);
        }
    }
}
