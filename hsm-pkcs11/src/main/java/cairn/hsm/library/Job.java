package cairn.hsm.library;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A request on its way through the pool. Until a session takes it up it can be withdrawn; after that it cannot. */
final class Job<T> {
    private enum State {
        WAITING,
        TAKEN,
        WITHDRAWN
    }

    private final Recovery.Operation<T> operation;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CountDownLatch done = new CountDownLatch(1);
    private @Nullable T result;
    private @Nullable TokenException failure;
    private @Nullable Throwable bug;

    Job(Recovery.Operation<T> operation) {
        this.operation = operation;
    }

    /** A session takes it up; false if it was withdrawn. */
    boolean take() {
        return state.compareAndSet(State.WAITING, State.TAKEN);
    }

    /** Nothing was done; another session may take it up. */
    void giveBack() {
        state.set(State.WAITING);
    }

    /**
     * Carries it out and keeps the answer.
     *
     * @throws TokenException only if the token has no session left for this, in which case nothing was done or kept
     */
    void runOn(Seat seat, Recovery recovery) throws TokenException {
        try {
            result = recovery.run(seat, operation);
        } catch (TokenException e) {
            if (e.failure() == Failure.BUSY) {
                throw e;
            }
            failure = e;
        } catch (RuntimeException | Error e) {
            // Whoever waits must get it, or would wait for ever.
            bug = e;
        }
        done.countDown();
    }

    void fail(TokenException e) {
        failure = e;
        done.countDown();
    }

    /** Waits for the answer: until {@code deadlineNanos} for a session, then as long as the token takes. */
    T await(long deadlineNanos) throws TokenException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (state.get() == State.TAKEN) {
                        done.await();
                        break;
                    }
                    if (done.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                        break;
                    }
                    if (withdraw()) {
                        throw new TokenException(Failure.BUSY, "no session became free before the deadline");
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                    if (withdraw()) {
                        throw new TokenException(
                                Failure.BUSY, "", 0, "interrupted while waiting for a session; nothing was done", e);
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return answer();
    }

    private boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN);
    }

    @SuppressWarnings("NullAway") // T may itself be nullable; a result is present when nothing went wrong
    private T answer() throws TokenException {
        if (bug != null) {
            throw new IllegalStateException("a bug " + operation.doing(), bug);
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }
}
