package cairn.hsm.broker;

import cairn.hsm.token.MechanismInfo;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenOptions;
import cairn.hsm.token.TokenSelector;
import java.io.EOFException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A PKCS#11 library in a process of its own. Whatever the library does to that process (crash, hang, exit), this program
 * goes on: the operation in flight is lost, as UNKNOWN_OUTCOME if it may have had an effect, and the next one starts a
 * new process, after a pause that grows with every death. The process is started when it is first needed.
 */
public final class HostedModule implements TokenModule {
    private final LaunchSpec spec;
    private final HostOptions options;
    private final ThreadFactory threads;
    private final SecureRandom random;
    private final RestartPolicy policy;
    private @Nullable BrokerProcess current;
    private boolean closed;

    /**
     * @param threads for two threads a process that wait for its output and its questions for PINs; they should be
     *     daemons, because the second ends only with the process
     * @param clock for the pauses between starts only; deadlines do not depend on it
     */
    public HostedModule(
            LaunchSpec spec, HostOptions options, ThreadFactory threads, SecureRandom random, InstantSource clock) {
        this.spec = spec;
        this.options = options;
        this.threads = threads;
        this.random = random;
        policy = new RestartPolicy(clock);
    }

    @Override
    public ModuleInfo info() throws TokenException {
        return control(Operation.MODULE_INFO, wire -> {}, Values::moduleInfo);
    }

    @Override
    public List<SlotInfo> slots() throws TokenException {
        return control(Operation.SLOTS, wire -> {}, wire -> Values.list(wire, Values::slotInfo));
    }

    @Override
    public List<MechanismInfo> mechanisms(TokenSelector token) throws TokenException {
        return control(
                Operation.MECHANISMS,
                wire -> Values.put(wire, token),
                wire -> Values.list(wire, Values::mechanismInfo));
    }

    @Override
    public List<ObjectInfo> objects(TokenSelector token, @Nullable PinSource pins) throws TokenException {
        return run(Operation.OBJECTS, process -> {
            int desk = pins == null ? 0 : process.pins().admit(pins);
            try {
                return process.control(
                        Operation.OBJECTS,
                        options.callTimeout(),
                        wire -> Values.put(wire.put(desk), token),
                        wire -> Values.list(wire, Values::objectInfo));
            } finally {
                process.pins().dismiss(desk);
            }
        });
    }

    @Override
    public Token open(TokenSelector token, PinSource pins, TokenOptions tokenOptions) throws TokenException {
        return HostedToken.open(this, new OpenRequest(token, tokenOptions), pins);
    }

    @Override
    public TokenInfo initToken(long slotId, Pin securityOfficer, String label) throws TokenException {
        return control(
                Operation.INIT_TOKEN,
                wire -> wire.put(slotId).put(securityOfficer.octets()).put(label),
                Values::tokenInfo);
    }

    @Override
    public void initPin(TokenSelector token, Pin securityOfficer, Pin user) throws TokenException {
        control(Operation.INIT_PIN, wire -> putPins(wire, token, securityOfficer, user), wire -> true);
    }

    @Override
    public void setPin(TokenSelector token, Pin old, Pin fresh) throws TokenException {
        control(Operation.SET_PIN, wire -> putPins(wire, token, old, fresh), wire -> true);
    }

    private static void putPins(Wire wire, TokenSelector token, Pin first, Pin second) {
        Values.put(wire, token);
        wire.put(first.octets()).put(second.octets());
    }

    private <T> T control(Operation operation, Consumer<Wire> question, Values.Reader<T> answer) throws TokenException {
        return run(operation, process -> process.control(operation, options.callTimeout(), question, answer));
    }

    /** A step that needs a living process. */
    interface Step<T> {
        T run(BrokerProcess process) throws TokenException, LostException;
    }

    /** Runs a step, once more in a new process if the first was found dead before anything had been asked of it. */
    <T> T run(Operation operation, Step<T> step) throws TokenException {
        BrokerProcess process = running();
        try {
            return step.run(process);
        } catch (LostException e) {
            lost(process, e);
            if (e.delivered()) {
                throw failure(operation, process, e);
            }
        }
        BrokerProcess second = running();
        try {
            return step.run(second);
        } catch (LostException e) {
            lost(second, e);
            throw failure(operation, second, e);
        }
    }

    /** Ends a process that was lost, and counts its death once. */
    synchronized void lost(BrokerProcess process, LostException why) {
        process.kill(String.valueOf(why.getMessage()));
        if (process.equals(current)) {
            current = null;
            policy.died();
        }
    }

    void worked() {
        policy.worked();
    }

    /** The failure to report for an operation whose answer was lost. */
    static TokenException failure(Operation operation, BrokerProcess process, LostException lost) {
        Failure failure = lost.delivered() && operation.hasEffect() ? Failure.UNKNOWN_OUTCOME : Failure.TOKEN_ABSENT;
        String effect = switch (failure) {
            case UNKNOWN_OUTCOME -> "it may or may not have been done";
            default -> "nothing was done";
        };
        return new TokenException(
                failure,
                "",
                0,
                "the broker was lost during " + operation.words() + ", " + effect + ": " + process.end(),
                lost);
    }

    private synchronized BrokerProcess running() throws TokenException {
        if (closed) {
            throw new TokenException(Failure.TOKEN_ABSENT, "the library has been closed");
        }
        BrokerProcess process = current;
        if (process != null && process.isAlive()) {
            return process;
        }
        if (process != null) {
            lost(process, new LostException(false, new EOFException("it was found dead")));
        }
        awaitStart();
        try {
            BrokerProcess fresh = BrokerProcess.start(spec, options, threads, random);
            current = fresh;
            return fresh;
        } catch (TokenException e) {
            policy.died();
            throw e;
        }
    }

    private void awaitStart() throws TokenException {
        Optional<Instant> refused = policy.refusedUntil();
        if (refused.isPresent()) {
            throw new TokenException(
                    Failure.TOKEN_ABSENT,
                    "the library's process has died " + policy.deaths()
                            + " times in a row; it is not started again before " + refused.get());
        }
        try {
            TimeUnit.NANOSECONDS.sleep(policy.pause().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenException(Failure.BUSY, "", 0, "interrupted while waiting to start the broker", e);
        }
    }

    /** The process that is running now, for those who watch it. */
    public synchronized Optional<ProcessHandle> process() {
        return Optional.ofNullable(current).flatMap(process -> ProcessHandle.of(process.pid()));
    }

    /** What the library printed last, to help whoever looks for a cause. */
    public synchronized String chatter() {
        return current == null ? "" : current.chatter();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
