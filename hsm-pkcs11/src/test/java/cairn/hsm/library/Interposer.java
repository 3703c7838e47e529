package cairn.hsm.library;

import cairn.hsm.cryptoki.Abi;
import cairn.hsm.cryptoki.CryptokiFunction;
import cairn.hsm.cryptoki.FunctionListSource;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * A copy of a real library's function list in which some functions first look into a script: a scripted return value is
 * given back without calling the library, or after calling it. So faults meet real tokens over the real ABI.
 */
final class Interposer implements AutoCloseable {
    /** What happens at one call. */
    interface Act {
        /**
         * @param library the real function
         * @param arguments longs and segments, which may be changed
         */
        long perform(MethodHandle library, Object[] arguments) throws Throwable;
    }

    private final Arena arena = Arena.ofShared();
    private final MemorySegment list;
    private final Map<CryptokiFunction, Deque<Act>> scripts = new EnumMap<>(CryptokiFunction.class);
    private final Map<CryptokiFunction, Act> standing = new EnumMap<>(CryptokiFunction.class);
    private final Map<CryptokiFunction, Integer> calls = new EnumMap<>(CryptokiFunction.class);

    @SuppressWarnings("restricted")
    Interposer(Path library) throws Throwable {
        MemorySegment getList = SymbolLookup.libraryLookup(library, Arena.global())
                .find("C_GetFunctionList")
                .orElseThrow();
        MemorySegment answer = arena.allocate(ValueLayout.ADDRESS);
        long rv = (long) Linker.nativeLinker()
                .downcallHandle(getList, FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS))
                .invokeExact(answer);
        if (rv != 0) {
            throw new IllegalStateException("C_GetFunctionList returned " + rv);
        }
        long size = 8 + 68 * 8L;
        list = arena.allocate(size);
        list.copyFrom(answer.get(ValueLayout.ADDRESS, 0).reinterpret(size));
        interpose(CryptokiFunction.C_OpenSession, "JJPPP");
        interpose(CryptokiFunction.C_GetTokenInfo, "JP");
        interpose(CryptokiFunction.C_Login, "JJPJ");
        interpose(CryptokiFunction.C_SignInit, "JPJ");
        interpose(CryptokiFunction.C_Sign, "JPJPP");
        interpose(CryptokiFunction.C_GenerateKeyPair, "JPPJPJPP");
        interpose(CryptokiFunction.C_Initialize, "P");
        interpose(CryptokiFunction.C_GetAttributeValue, "JJPJ");
        interpose(CryptokiFunction.C_FindObjects, "JPJP");
        interpose(CryptokiFunction.C_DestroyObject, "JJ");
    }

    FunctionListSource source() {
        return new FunctionListSource.InMemory("interposed SoftHSM", list, Abi.POSIX);
    }

    /** The next call returns this and does nothing. */
    synchronized void refuse(CryptokiFunction function, long returnValue) {
        script(function, (library, arguments) -> returnValue);
    }

    /** The next call is carried out and then returns this, as when an answer is lost. */
    synchronized void loseAnswer(CryptokiFunction function, long returnValue) {
        script(function, (library, arguments) -> {
            long rv = (long) library.invokeWithArguments(arguments);
            return rv == 0 ? returnValue : rv;
        });
    }

    /** The next call does this. */
    synchronized void script(CryptokiFunction function, Act act) {
        scripts.computeIfAbsent(function, f -> new ArrayDeque<>()).add(act);
    }

    /** Every call for which no script is left does this. */
    synchronized void always(CryptokiFunction function, Act act) {
        standing.put(function, act);
    }

    /** How often it was called, whatever came of it. */
    synchronized int calls(CryptokiFunction function) {
        return calls.getOrDefault(function, 0);
    }

    private synchronized Act next(CryptokiFunction function) {
        calls.merge(function, 1, Integer::sum);
        Deque<Act> script = scripts.get(function);
        if (script != null && !script.isEmpty()) {
            return script.remove();
        }
        return standing.getOrDefault(function, (library, arguments) -> (long) library.invokeWithArguments(arguments));
    }

    @SuppressWarnings("unused") // by handle
    private long dispatch(CryptokiFunction function, MethodHandle library, Object[] arguments) {
        try {
            return next(function).perform(library, arguments);
        } catch (Throwable e) {
            // An exception that leaves an upcall ends the process; a test wants to see it instead.
            throw new IllegalStateException(function + " interposed", e);
        }
    }

    @SuppressWarnings("restricted")
    private void interpose(CryptokiFunction function, String shape) throws ReflectiveOperationException {
        ValueLayout[] layouts = shape.chars()
                .mapToObj(c -> c == 'J' ? ValueLayout.JAVA_LONG : ValueLayout.ADDRESS)
                .toArray(ValueLayout[]::new);
        FunctionDescriptor descriptor = FunctionDescriptor.of(ValueLayout.JAVA_LONG, layouts);
        long offset = 8 + 8L * function.index();
        Linker linker = Linker.nativeLinker();
        MethodHandle library = linker.downcallHandle(list.get(ValueLayout.ADDRESS, offset), descriptor);
        MethodType type = MethodType.methodType(
                long.class, Arrays.stream(layouts).map(ValueLayout::carrier).toArray(Class<?>[]::new));
        MethodHandle dispatch = MethodHandles.lookup()
                .findVirtual(
                        Interposer.class,
                        "dispatch",
                        MethodType.methodType(long.class, CryptokiFunction.class, MethodHandle.class, Object[].class));
        MethodHandle target = MethodHandles.insertArguments(dispatch, 0, this, function, library)
                .asCollector(Object[].class, layouts.length)
                .asType(type);
        list.set(ValueLayout.ADDRESS, offset, linker.upcallStub(target, descriptor, arena));
    }

    @Override
    public void close() {
        arena.close();
    }
}
