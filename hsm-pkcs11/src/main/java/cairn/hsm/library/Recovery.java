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
        try {
            Optional<RecoveryStep> owed = seat.takeOwed();
            if (owed.isPresent()) {
                mend(seat, owed.get());
            }
            return operation.on(seat);
        } catch (CryptokiException first) {
            requireRetriable(seat, first, operation.doing());
            return again(seat, operation, first);
        }
    }

    private <T> T again(Seat seat, Operation<T> operation, CryptokiException first) throws TokenException {
        try {
            mend(seat, RecoveryStep.after(first));
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

    private void mend(Seat seat, RecoveryStep step) throws CryptokiException, TokenException {
        if (step == RecoveryStep.FIND_KEY) {
            seat.forgetKeys();
            return;
        }
        gate.requireOpen();
        long epoch = seat.epoch();
        seat.dropSession();
        boolean mended = false;
        try {
            if (step == RecoveryStep.REINITIALIZE) {
                library.reinitialise(epoch);
            }
            seat.prepare();
            mended = true;
        } finally {
            if (mended) {
                gate.succeeded();
            } else {
                gate.failed();
            }
        }
    }
}
