package cairn.hsm.broker;

import cairn.hsm.broker.Handover.Purpose;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** One life of a broker's process, from its start to its end, and the connections to it. */
final class BrokerProcess implements AutoCloseable {
    private static final Duration POLITE_END = Duration.ofSeconds(3);
    private static final int QUOTED_OCTETS = 400;

    private final Process process;
    private final Reception reception;
    private final Chatter chatter;
    private final PinDesk pins;
    private final Lane control;
    private final Queue<Lane> lanes = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
    private final Object ending = new Object();
    private volatile String end = "";

    private BrokerProcess(Process process, Reception reception, Chatter chatter, PinDesk pins, Lane control) {
        this.process = process;
        this.reception = reception;
        this.chatter = chatter;
        this.pins = pins;
        this.control = control;
    }

    /**
     * Starts the process and waits until it has loaded its library.
     *
     * @throws TokenException what the library answered to its loading, or TOKEN_ABSENT if the process could not be started
     */
    static BrokerProcess start(LaunchSpec spec, HostOptions options, ThreadFactory threads, SecureRandom random)
            throws TokenException {
        Reception reception;
        try {
            reception = new Reception(options.runtimeDirectory(), random);
        } catch (IOException e) {
            throw absent("no place for a broker in " + options.runtimeDirectory() + ": " + e.getMessage(), e);
        }
        Process process;
        try {
            process = launch(spec, reception);
        } catch (IOException e) {
            closeQuietly(reception);
            throw absent("the broker cannot be started: " + e.getMessage(), e);
        }
        Chatter chatter = new Chatter(process.getInputStream());
        threads.newThread(chatter).start();
        try {
            PinDesk pins = new PinDesk(
                    Wire.blocking(reception.admit(Purpose.PINS, 0, options.startTimeout(), process::isAlive)));
            threads.newThread(pins).start();
            Lane control = new Lane(
                    Wire.patient(reception.admit(Purpose.CONTROL, 0, options.startTimeout(), process::isAlive)),
                    pins::pausedNanos);
            BrokerProcess broker = new BrokerProcess(process, reception, chatter, pins, control);
            control.await(Operation.MODULE_INFO, options.startTimeout(), wire -> true);
            return broker;
        } catch (IOException | LostException e) {
            String why = ended(process, chatter, String.valueOf(e.getMessage()));
            end(process, reception);
            throw absent("the broker did not start: " + why, e);
        } catch (TokenException e) {
            end(process, reception);
            throw e;
        }
    }

    private static Process launch(LaunchSpec spec, Reception reception) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(spec.java().toString());
        command.addAll(spec.jvmOptions());
        command.addAll(List.of("-cp", spec.classPath(), spec.mainClass()));
        command.addAll(spec.arguments());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(reception.folder().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(spec.environment());
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            reception.handover().writeTo(in);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
        return process;
    }

    boolean isAlive() {
        return end.isEmpty() && process.isAlive() && control.usable();
    }

    long pid() {
        return process.pid();
    }

    PinDesk pins() {
        return pins;
    }

    /** A question about the library, its slots and tokens; one at a time. */
    <T> T control(Operation operation, Duration limit, Consumer<Wire> question, Values.Reader<T> answer)
            throws TokenException, LostException {
        turn.lock();
        try {
            return control.call(operation, limit, question, answer);
        } finally {
            turn.unlock();
        }
    }

    /** Logs in to a token and opens as many lanes to it as it is to have sessions. */
    OpenToken open(OpenRequest request, PinSource source) throws TokenException, LostException {
        int desk = pins.admit(source);
        turn.lock();
        try {
            int number = control.call(
                    Operation.OPEN_TOKEN,
                    request.options().callTimeout(),
                    wire -> request.put(wire, desk),
                    Wire::integer);
            List<Lane> opened = new ArrayList<>();
            for (int i = 0; i < request.options().sessions(); i++) {
                Lane lane = new Lane(
                        Wire.patient(reception.admit(
                                Purpose.LANE, number, request.options().callTimeout(), process::isAlive)),
                        pins::pausedNanos);
                lanes.add(lane);
                opened.add(lane);
            }
            return new OpenToken(this, number, desk, opened);
        } catch (IOException e) {
            pins.dismiss(desk);
            throw new LostException(true, e);
        } catch (TokenException | LostException e) {
            pins.dismiss(desk);
            throw e;
        } finally {
            turn.unlock();
        }
    }

    void forget(List<Lane> closed) {
        lanes.removeAll(closed);
    }

    /** Ends the process at once ({@code kill -9}), for which {@code why} is remembered, and frees everybody who waits. */
    void kill(String why) {
        synchronized (ending) {
            if (end.isEmpty()) {
                end = ended(process, chatter, why);
            }
        }
        process.destroyForcibly();
        lanes.forEach(Lane::close);
        control.close();
        end(process, reception);
    }

    /** How it ended, in words. */
    String end() {
        return end;
    }

    /** What the library printed last. */
    String chatter() {
        return chatter.last(QUOTED_OCTETS);
    }

    /** Asks the process to finish its library and end, and ends it if it does not. */
    @Override
    public void close() {
        try {
            if (turn.tryLock(POLITE_END.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    control.call(Operation.SHUT_DOWN, POLITE_END, wire -> {}, wire -> true);
                    process.waitFor(POLITE_END.toMillis(), TimeUnit.MILLISECONDS);
                } finally {
                    turn.unlock();
                }
            }
        } catch (TokenException | LostException e) {
            // It dies all the same; many libraries crash in C_Finalize, when nothing is left to lose.
            kill("it did not end when it was asked to: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill("it was closed");
    }

    private static void end(Process process, Reception reception) {
        process.destroyForcibly();
        closeQuietly(reception);
    }

    private static void closeQuietly(Reception reception) {
        try {
            reception.close();
        } catch (IOException e) {
            // A folder that stays behind holds nothing but a dead socket; the system clears temporary folders.
            reception.folder().toFile().deleteOnExit();
        }
    }

    /** A process that is dying is given a moment, so that its exit code can be told. */
    private static String ended(Process process, Chatter chatter, String why) {
        boolean interrupted = Thread.interrupted();
        String words = why;
        try {
            if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
                words = "its process ended with exit code " + process.exitValue() + " (" + why + ")";
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        String said = chatter.last(QUOTED_OCTETS);
        return said.isEmpty() ? words : words + "; it said last: " + said;
    }

    private static TokenException absent(String message, Exception cause) {
        return new TokenException(Failure.TOKEN_ABSENT, "", 0, message, cause);
    }
}
