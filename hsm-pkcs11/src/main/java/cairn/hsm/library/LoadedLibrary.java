package cairn.hsm.library;

import cairn.hsm.cryptoki.Cryptoki;
import cairn.hsm.cryptoki.CryptokiException;
import cairn.hsm.cryptoki.CryptokiFunction;
import cairn.hsm.cryptoki.ReturnValue;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenException.Failure;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A library and its state. C_Initialize and C_Finalize never run beside another call: with SoftHSM that kills the
 * process. Each initialisation begins an epoch; sessions and handles of an earlier one mean nothing, or something else.
 */
final class LoadedLibrary {
    private final Cryptoki cryptoki;
    private final boolean osLocking;
    private final Optional<String> reserved;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile long epoch;
    private boolean closed;

    private LoadedLibrary(Cryptoki cryptoki, ModuleSettings settings) {
        this.cryptoki = cryptoki;
        this.osLocking = settings.osLocking();
        this.reserved = settings.reserved();
    }

    /** Calls that belong together. They must not ask for this lock again. */
    @FunctionalInterface
    interface Calls<T> {
        T run() throws CryptokiException, TokenException;
    }

    /** Initialises the library. That somebody else in this process has done so is an error. */
    static LoadedLibrary initialise(Cryptoki cryptoki, ModuleSettings settings) throws CryptokiException {
        LoadedLibrary library = new LoadedLibrary(cryptoki, settings);
        cryptoki.library().initialize(library.osLocking, library.reserved);
        return library;
    }

    Cryptoki cryptoki() {
        return cryptoki;
    }

    /** The number of the current initialisation. */
    long epoch() {
        return epoch;
    }

    /** Makes calls that need no session. */
    <T> T call(Calls<T> calls) throws CryptokiException, TokenException {
        Lock read = lock.readLock();
        read.lock();
        try {
            requireOpen();
            return calls.run();
        } finally {
            read.unlock();
        }
    }

    /** Makes calls with handles of {@code expected}; if that epoch is over, its sessions are known to be invalid. */
    <T> T callIn(long expected, Calls<T> calls) throws CryptokiException, TokenException {
        return call(() -> {
            if (epoch != expected) {
                throw new CryptokiException(CryptokiFunction.C_GetSessionInfo, ReturnValue.SESSION_HANDLE_INVALID);
            }
            return calls.run();
        });
    }

    /** Waits for all calls to end, then finalises and initialises, unless somebody has done so since {@code seen}. */
    void reinitialise(long seen) throws CryptokiException, TokenException {
        Lock write = lock.writeLock();
        write.lock();
        try {
            requireOpen();
            if (epoch == seen) {
                // Whatever happens now, handles of before are void.
                epoch = seen + 1;
                finalizeQuietly();
                initializeAgain();
            }
        } finally {
            write.unlock();
        }
    }

    private void initializeAgain() throws CryptokiException {
        try {
            cryptoki.library().initialize(osLocking, reserved);
        } catch (CryptokiException e) {
            // Somebody else in this process was faster; the library is ready, which is what is wanted.
            if (!e.is(ReturnValue.CRYPTOKI_ALREADY_INITIALIZED)) {
                throw e;
            }
        }
    }

    /** Finalises the library for good. */
    void close() {
        Lock write = lock.writeLock();
        write.lock();
        try {
            if (!closed) {
                closed = true;
                finalizeQuietly();
            }
        } finally {
            write.unlock();
        }
    }

    @SuppressWarnings("EmptyCatch") // a library that cannot end is given up; C_Initialize says if it is still alive
    private void finalizeQuietly() {
        try {
            cryptoki.library().finish();
        } catch (CryptokiException e) {
            // CKR_CRYPTOKI_NOT_INITIALIZED is the usual one here, and the reason for coming.
        }
    }

    private void requireOpen() throws TokenException {
        if (closed) {
            throw new TokenException(Failure.TOKEN_ABSENT, "the library has been closed");
        }
    }
}
