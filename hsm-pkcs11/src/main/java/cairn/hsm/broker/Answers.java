package cairn.hsm.broker;

import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.io.IOException;

/** How an answer begins, and failures that keep their type on the way. */
final class Answers {
    static final int DONE = 0;
    static final int FAILED = 1;
    /** An unchecked exception: a bug on the other side. */
    static final int BROKEN = 2;

    private Answers() {}

    static void putFailure(Wire wire, TokenException failure) {
        wire.begin(FAILED)
                .put(failure.failure().name())
                .put(failure.function())
                .put(failure.returnValue())
                .put(String.valueOf(failure.getMessage()))
                .put(failure.getCause() == null ? "" : failure.getCause().toString());
    }

    /** What was to be answered does not fit into a message; the operation itself has been done. */
    static void putTooLong(Wire wire, Operation operation, Wire.TooLongException e) {
        putFailure(
                wire,
                new TokenException(
                        operation.hasEffect() ? Failure.UNKNOWN_OUTCOME : Failure.REJECTED,
                        "the answer to " + operation.words() + " is too long: " + e.getMessage()));
    }

    static TokenException failure(Wire wire) throws IOException {
        String name = wire.text();
        Failure failure;
        try {
            failure = Failure.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new Wire.GarbledException("a failure " + name);
        }
        String function = wire.text();
        long returnValue = wire.number();
        String message = wire.text();
        String cause = wire.text();
        return new TokenException(
                failure, function, returnValue, message, cause.isEmpty() ? null : new FarCause(cause));
    }

    /** What caused a failure in the other process. */
    static final class FarCause extends Exception {
        FarCause(String text) {
            super(text);
        }
    }
}
