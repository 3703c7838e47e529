package cairn.hsm.library;

import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.token.TokenException;
import java.util.Optional;

/** Runs an operation on a seat, mends what the return value says is broken, and tries once more. Never twice. */
final class Recovery {
    /** One request, such as a signature. */
    interface Operation<T> {
        T on(Seat seat) throws CryptokiException, TokenException;

        /** Ends a sentence: "while signing with 'root'". */
        String doing();
    }

    private final LoadedLibrary library;
    private final RecoveryGate gate;

    Recovery(LoadedLibrary library, RecoveryGate gate) {
        this.library = library;
        this.gate = gate;
    }

    <T> T run(Seat seat, Operation<T> operation) throws TokenException {
        // What fails from here on fails in this epoch or a later one, even if the seat's session is of an earlier one.
        long epoch = library.epoch();
        try {
            Optional<RecoveryStep> owed = seat.takeOwed();
            if (owed.isPresent()) {
                mend(seat, owed.get(), seat.epoch());
            }
            return operation.on(seat);
        } catch (CryptokiException first) {
            requireRetriable(seat, first, operation.doing());
            return again(seat, operation, first, epoch);
        }
    }

    private <T> T again(Seat seat, Operation<T> operation, CryptokiException first, long epoch) throws TokenException {
        try {
            mend(seat, RecoveryStep.after(first), epoch);
            return operation.on(seat);
        } catch (CryptokiException second) {
            if (Failures.mayHaveBeenDone(second)) {
                seat.owe(stepOwed(second));
            }
            TokenException failure = Failures.of(second, operation.doing() + ", again after " + first.getMessage());
            failure.addSuppressed(first);
            throw failure;
        }
    }

    /** A request that may have been carried out is not repeated; one that nothing can help is not either. */
    private static void requireRetriable(Seat seat, CryptokiException e, String doing) throws TokenException {
        if (Failures.mayHaveBeenDone(e)) {
            seat.owe(stepOwed(e));
            throw Failures.of(e, doing);
        }
        if (RecoveryStep.after(e) == RecoveryStep.NONE) {
            throw Failures.of(e, doing);
        }
    }

    private static RecoveryStep stepOwed(CryptokiException e) {
        RecoveryStep step = RecoveryStep.after(e);
        return step == RecoveryStep.NONE ? RecoveryStep.NEW_SESSION : step;
    }

    /** @param epoch that in which it failed; if it is over, somebody else has reinitialised the library already */
    private void mend(Seat seat, RecoveryStep step, long epoch) throws CryptokiException, TokenException {
        if (step == RecoveryStep.FIND_KEY) {
            seat.forgetKeys();
            return;
        }
        gate.requireOpen();
        seat.dropSession();
        boolean reached = false;
        try {
            if (step == RecoveryStep.REINITIALIZE) {
                library.reinitialise(epoch);
            }
            seat.prepare();
            reached = true;
        } catch (CryptokiException e) {
            reached = isAboutLogin(Failures.of(e, "while recovering").failure());
            throw e;
        } catch (TokenException e) {
            reached = isAboutLogin(e.failure());
            throw e;
        } finally {
            if (reached) {
                gate.succeeded();
            } else {
                gate.failed();
            }
        }
    }

    /** A token that wants another PIN was reached; whoever comes next must hear of the PIN, not of a dead token. */
    private static boolean isAboutLogin(TokenException.Failure failure) {
        return failure == TokenException.Failure.PIN_INCORRECT
                || failure == TokenException.Failure.PIN_LOCKED
                || failure == TokenException.Failure.LOGIN_REQUIRED;
    }
}
