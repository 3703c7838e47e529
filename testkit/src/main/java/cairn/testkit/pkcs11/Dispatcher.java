package cairn.testkit.pkcs11;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Where every call from outside arrives: counts it, makes it go wrong if the script says so, does it. */
final class Dispatcher {
    /** They lock what they need themselves. */
    private static final Set<Function> UNLOCKED = Set.of(Function.C_Sign, Function.C_SignFinal);

    private final NativeLayout layout;
    private final FaultScript script;
    private final Library library;
    private final Map<Function, Handler> handlers;
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

    Dispatcher(NativeLayout layout, FaultScript script, Library library, Map<Function, Handler> handlers) {
        this.layout = layout;
        this.script = script;
        this.library = library;
        this.handlers = handlers;
    }

    /** Bugs of the module itself, which it could only answer with CKR_GENERAL_ERROR. */
    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** The entry of all stubs. Nothing may be thrown through it: that would end the process. */
    long call(Function function, Object[] arguments) {
        try {
            Call call = new Call(layout, List.of(arguments));
            Optional<Fault> fault = script.enter(function);
            return fault.isEmpty() ? perform(function, call) : perform(function, call, fault.get());
        } catch (RuntimeException | Error e) {
            failures.add(e);
            return Pkcs11.CKR_GENERAL_ERROR;
        }
    }

    private long perform(Function function, Call call) {
        Handler handler = handlers.get(function);
        if (handler == null) {
            return Pkcs11.CKR_FUNCTION_NOT_SUPPORTED;
        }
        try {
            if (UNLOCKED.contains(function)) {
                handler.perform(call);
            } else {
                synchronized (library) {
                    handler.perform(call);
                }
            }
            script.countPerformed(function);
            return Pkcs11.CKR_OK;
        } catch (RefusedException e) {
            return e.returnValue();
        }
    }

    private long perform(Function function, Call call, Fault fault) {
        switch (fault) {
            case Fault.Refuse refuse -> {
                return refuse.returnValue();
            }
            case Fault.LoseAnswer lose -> {
                long returned = perform(function, call);
                return returned == Pkcs11.CKR_OK ? lose.returnValue() : returned;
            }
            case Fault.WrongSignature wrong -> {
                long returned = perform(function, call);
                if (returned == Pkcs11.CKR_OK) {
                    flipBit(function, call);
                }
                return returned;
            }
            case Fault.Delay delay -> pause(delay);
            case Fault.Hang hang -> script.hang();
            case Fault.RemoveToken remove -> library.removeTokens();
            case Fault.CloseSessions close -> library.closeAllSessions();
            case Fault.LogOut logOut -> library.logOutAll();
            case Fault.ForgetHandles forget -> library.forgetHandles();
            case Fault.FinalizeByOther finalize -> library.finalizeLibrary();
            case Fault.ExitProcess exit -> Runtime.getRuntime().halt(exit.status());
        }
        return perform(function, call);
    }

    private static void flipBit(Function function, Call call) {
        int buffer = switch (function) {
            case C_Sign -> 3;
            case C_SignFinal -> 1;
            default -> throw new IllegalStateException(function + " returns no signature");
        };
        if (!call.isNull(buffer)) {
            byte[] last = Memory.bytes(call.pointer(buffer), 8);
            last[7] ^= 1;
            Memory.write(call.pointer(buffer), last);
        }
    }

    private static void pause(Fault.Delay delay) {
        try {
            TimeUnit.NANOSECONDS.sleep(delay.by().toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
