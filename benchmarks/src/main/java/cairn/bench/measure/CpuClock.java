package cairn.bench.measure;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * Processor time by the clocks of POSIX (clock_gettime, clock_getcpuclockid, getrusage): what Java offers counts in
 * hundredths of a second.
 */
public final class CpuClock {
    private static final int PROCESS_CPU_CLOCK = 2;
    private static final int ENDED_CHILDREN = -1;
    private static final int TIMESPEC_OCTETS = 16;
    private static final int RUSAGE_OCTETS = 256;
    private static final long SECOND = 1_000_000_000L;
    private static final long MICROSECOND = 1000L;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private final MethodHandle getTime = handle("clock_gettime", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS));
    private final MethodHandle clockOf =
            handle("clock_getcpuclockid", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS));
    private final MethodHandle usage = handle("getrusage", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS));

    /** Whether the numbers and structures above are those of this platform. */
    public static boolean isAvailable() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux");
    }

    /** Nanoseconds that this process has used, all its threads together. */
    public long own() {
        return time(PROCESS_CPU_CLOCK);
    }

    /** Nanoseconds that a running process has used, all its threads together. */
    public long of(ProcessHandle process) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment clock = arena.allocate(INT);
            require((int) clockOf.invokeExact((int) process.pid(), clock), "clock_getcpuclockid");
            return time(clock.get(INT, 0));
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Nanoseconds that the children of this process had used, with their own children, when they ended. */
    public long endedChildren() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(RUSAGE_OCTETS, Long.BYTES);
            require((int) usage.invokeExact(ENDED_CHILDREN, answer), "getrusage");
            long seconds = answer.getAtIndex(LONG, 0) + answer.getAtIndex(LONG, 2);
            long micros = answer.getAtIndex(LONG, 1) + answer.getAtIndex(LONG, 3);
            return seconds * SECOND + micros * MICROSECOND;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private long time(int clock) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(TIMESPEC_OCTETS, Long.BYTES);
            require((int) getTime.invokeExact(clock, answer), "clock_gettime");
            return answer.getAtIndex(LONG, 0) * SECOND + answer.getAtIndex(LONG, 1);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static void require(int status, String function) {
        if (status != 0) {
            throw new IllegalStateException(function + " failed with " + status);
        }
    }

    /** A method handle declares that it may throw anything. */
    private static IllegalStateException failed(Throwable cause) {
        return new IllegalStateException("the processor time cannot be read", cause);
    }

    @SuppressWarnings("restricted") // calls the C library; the launcher grants native access
    private static MethodHandle handle(String name, FunctionDescriptor shape) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup()
                        .find(name)
                        .orElseThrow(() -> new IllegalStateException("this platform has no " + name)),
                shape);
    }
}
