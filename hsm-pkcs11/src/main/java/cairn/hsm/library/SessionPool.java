package cairn.hsm.library;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sessions with one platform thread each. Sharing a session between threads kills the process with some libraries, and
 * a virtual thread in a native call holds a carrier; so callers of either kind hand their requests over and wait.
 */
final class SessionPool implements AutoCloseable {
    private static final int WAITING_PER_SESSION = 64;
    private static final Duration LAST_CALL = Duration.ofSeconds(5);

    private final BlockingDeque<Job<?>> waiting = new LinkedBlockingDeque<>();
    private final Semaphore places;
    private final Duration patience;
    private final Recovery recovery;
    private final Supplier<Seat> seats;
    private final List<Thread> threads = new ArrayList<>();
    private int working;
    private volatile boolean closed;

    /**
     * @param patience how long a request waits for a session
     * @param seats makes a seat; called once in each thread
     */
    SessionPool(int sessions, Duration patience, ThreadFactory factory, Recovery recovery, Supplier<Seat> seats) {
        this.places = new Semaphore(sessions * WAITING_PER_SESSION);
        this.patience = patience;
        this.recovery = recovery;
        this.seats = seats;
        this.working = sessions;
        for (int i = 0; i < sessions; i++) {
            threads.add(factory.newThread(this::work));
        }
        threads.forEach(Thread::start);
    }

    /**
     * Has a session carry it out.
     *
     * @throws TokenException BUSY if no session takes it up in time
     */
    <T> T submit(Recovery.Operation<T> operation) throws TokenException {
        long deadline = System.nanoTime() + patience.toNanos();
        takePlace();
        try {
            Job<T> job = new Job<>(operation);
            waiting.addLast(job);
            if (closed) {
                refuseAll();
            }
            return job.await(deadline);
        } finally {
            places.release();
        }
    }

    private void takePlace() throws TokenException {
        try {
            if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new TokenException(Failure.BUSY, "too many requests are waiting for a session");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenException(Failure.BUSY, "", 0, "interrupted while waiting for a session", e);
        }
    }

    private void work() {
        try (Seat seat = seats.get()) {
            boolean staying = true;
            while (staying && !closed) {
                Job<?> job = waiting.takeFirst();
                staying = !job.take() || serve(seat, job);
            }
        } catch (InterruptedException e) {
            // The pool closes.
            Thread.currentThread().interrupt();
        }
    }

    /** False if this thread must leave, because the token has fewer sessions than there are threads. */
    private boolean serve(Seat seat, Job<?> job) {
        try {
            job.runOn(seat, recovery);
            return true;
        } catch (TokenException noSession) {
            if (mayLeave()) {
                job.giveBack();
                waiting.addFirst(job);
                return false;
            }
            job.fail(noSession);
            return true;
        }
    }

    private synchronized boolean mayLeave() {
        if (working > 1) {
            working--;
            return true;
        }
        return false;
    }

    /** How many sessions are in use at most; fewer than at first if the token had no more. */
    synchronized int size() {
        return working;
    }

    private void refuseAll() {
        for (Job<?> job = waiting.pollFirst(); job != null; job = waiting.pollFirst()) {
            if (job.take()) {
                job.fail(new TokenException(Failure.TOKEN_ABSENT, "the token has been closed"));
            }
        }
    }

    /** Lets requests in progress end, refuses those that wait, closes the sessions. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        refuseAll();
        boolean interrupted = false;
        for (Thread thread : threads) {
            try {
                // One that hangs in the library cannot be helped; it must not keep the others from closing.
                thread.join(LAST_CALL);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
