package cairn.hsm.broker;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The program's end of one connection to a broker: one question, one answer. For one thread at a time. */
final class Lane implements AutoCloseable {
    private final Wire wire;
    private final LongSupplier paused;
    private volatile boolean usable = true;

    /** @param paused how many nanoseconds have been spent on persons typing PINs, which count for no deadline */
    Lane(Wire wire, LongSupplier paused) {
        this.wire = wire;
        this.paused = paused;
    }

    <T> T call(Operation operation, Duration limit, Consumer<Wire> question, Values.Reader<T> answer)
            throws TokenException, LostException {
        wire.allow(limit, paused);
        try {
            question.accept(wire.begin(operation.code()));
            wire.send();
        } catch (Wire.TooLongException e) {
            throw new TokenException(
                    Failure.REJECTED, "", 0, operation.words() + " was not asked for: " + e.getMessage(), e);
        } catch (IOException e) {
            throw lost(false, e);
        }
        return answer(operation, answer);
    }

    /** Waits for an answer that was not asked for by a call. */
    <T> T await(Operation operation, Duration limit, Values.Reader<T> answer) throws TokenException, LostException {
        wire.allow(limit, paused);
        return answer(operation, answer);
    }

    private <T> T answer(Operation operation, Values.Reader<T> answer) throws TokenException, LostException {
        TokenException failure;
        try {
            int status = wire.receive();
            failure = switch (status) {
                case Answers.DONE -> null;
                case Answers.FAILED -> Answers.failure(wire);
                case Answers.BROKEN ->
                    new TokenException(
                            operation.hasEffect() ? Failure.UNKNOWN_OUTCOME : Failure.TOKEN_ABSENT,
                            "the broker stumbled over " + operation.words() + ": " + wire.text());
                default -> throw new Wire.GarbledException("status " + status);
            };
            if (failure == null) {
                return answer.read(wire);
            }
        } catch (IOException e) {
            throw lost(true, e);
        }
        throw failure;
    }

    private LostException lost(boolean delivered, IOException cause) {
        close();
        return new LostException(delivered, cause);
    }

    boolean usable() {
        return usable;
    }

    @Override
    public void close() {
        usable = false;
        try {
            wire.close();
        } catch (IOException e) {
            // A socket that cannot be closed is gone as well; nothing depends on how.
        }
    }
}
