package cairn.hsm.cryptoki;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Calls through function pointers, one method for each shape of parameters: {@code u} is a CK_ULONG, {@code p} a
 * pointer, {@code b} a CK_BBOOL. A call costs no allocation. The two sets of handles are constants for the compiler;
 * the set for a CK_ULONG of 32 bits takes and gives the same Java types.
 */
final class Downcalls {
    private final boolean wide;

    Downcalls(Abi abi) {
        this.wide = abi.ulongBytes() == 8;
    }

    /** What a handle threw: never the library's doing, since native code cannot throw. */
    private static IllegalStateException bug(Throwable cause) {
        return new IllegalStateException("a native call could not be made", cause);
    }

    long p(MemorySegment function, MemorySegment a) {
        try {
            return wide ? (long) Wide.P.invokeExact(function, a) : (long) Narrow.P.invokeExact(function, a);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long u(MemorySegment function, long a) {
        try {
            return wide ? (long) Wide.U.invokeExact(function, a) : (long) Narrow.U.invokeExact(function, a);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long up(MemorySegment function, long a, MemorySegment b) {
        try {
            return wide ? (long) Wide.UP.invokeExact(function, a, b) : (long) Narrow.UP.invokeExact(function, a, b);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long uu(MemorySegment function, long a, long b) {
        try {
            return wide ? (long) Wide.UU.invokeExact(function, a, b) : (long) Narrow.UU.invokeExact(function, a, b);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long bpp(MemorySegment function, byte a, MemorySegment b, MemorySegment c) {
        try {
            return wide
                    ? (long) Wide.BPP.invokeExact(function, a, b, c)
                    : (long) Narrow.BPP.invokeExact(function, a, b, c);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long upp(MemorySegment function, long a, MemorySegment b, MemorySegment c) {
        try {
            return wide
                    ? (long) Wide.UPP.invokeExact(function, a, b, c)
                    : (long) Narrow.UPP.invokeExact(function, a, b, c);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long upu(MemorySegment function, long a, MemorySegment b, long c) {
        try {
            return wide
                    ? (long) Wide.UPU.invokeExact(function, a, b, c)
                    : (long) Narrow.UPU.invokeExact(function, a, b, c);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long uup(MemorySegment function, long a, long b, MemorySegment c) {
        try {
            return wide
                    ? (long) Wide.UUP.invokeExact(function, a, b, c)
                    : (long) Narrow.UUP.invokeExact(function, a, b, c);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long pppu(MemorySegment function, MemorySegment a, MemorySegment b, MemorySegment c, long d) {
        try {
            return wide
                    ? (long) Wide.PPPU.invokeExact(function, a, b, c, d)
                    : (long) Narrow.PPPU.invokeExact(function, a, b, c, d);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long upup(MemorySegment function, long a, MemorySegment b, long c, MemorySegment d) {
        try {
            return wide
                    ? (long) Wide.UPUP.invokeExact(function, a, b, c, d)
                    : (long) Narrow.UPUP.invokeExact(function, a, b, c, d);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long uupu(MemorySegment function, long a, long b, MemorySegment c, long d) {
        try {
            return wide
                    ? (long) Wide.UUPU.invokeExact(function, a, b, c, d)
                    : (long) Narrow.UUPU.invokeExact(function, a, b, c, d);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long uppup(MemorySegment function, long a, MemorySegment b, MemorySegment c, long d, MemorySegment e) {
        try {
            return wide
                    ? (long) Wide.UPPUP.invokeExact(function, a, b, c, d, e)
                    : (long) Narrow.UPPUP.invokeExact(function, a, b, c, d, e);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long upupp(MemorySegment function, long a, MemorySegment b, long c, MemorySegment d, MemorySegment e) {
        try {
            return wide
                    ? (long) Wide.UPUPP.invokeExact(function, a, b, c, d, e)
                    : (long) Narrow.UPUPP.invokeExact(function, a, b, c, d, e);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long upupu(MemorySegment function, long a, MemorySegment b, long c, MemorySegment d, long e) {
        try {
            return wide
                    ? (long) Wide.UPUPU.invokeExact(function, a, b, c, d, e)
                    : (long) Narrow.UPUPU.invokeExact(function, a, b, c, d, e);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long uuppp(MemorySegment function, long a, long b, MemorySegment c, MemorySegment d, MemorySegment e) {
        try {
            return wide
                    ? (long) Wide.UUPPP.invokeExact(function, a, b, c, d, e)
                    : (long) Narrow.UUPPP.invokeExact(function, a, b, c, d, e);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long upuupp(MemorySegment function, long a, MemorySegment b, long c, long d, MemorySegment e, MemorySegment f) {
        try {
            return wide
                    ? (long) Wide.UPUUPP.invokeExact(function, a, b, c, d, e, f)
                    : (long) Narrow.UPUUPP.invokeExact(function, a, b, c, d, e, f);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long uupupu(MemorySegment function, long a, long b, MemorySegment c, long d, MemorySegment e, long f) {
        try {
            return wide
                    ? (long) Wide.UUPUPU.invokeExact(function, a, b, c, d, e, f)
                    : (long) Narrow.UUPUPU.invokeExact(function, a, b, c, d, e, f);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long uppupupp(
            MemorySegment function,
            long a,
            MemorySegment b,
            MemorySegment c,
            long d,
            MemorySegment e,
            long f,
            MemorySegment g,
            MemorySegment h) {
        try {
            return wide
                    ? (long) Wide.UPPUPUPP.invokeExact(function, a, b, c, d, e, f, g, h)
                    : (long) Narrow.UPPUPUPP.invokeExact(function, a, b, c, d, e, f, g, h);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    long upupupup(
            MemorySegment function,
            long a,
            MemorySegment b,
            long c,
            MemorySegment d,
            long e,
            MemorySegment f,
            long g,
            MemorySegment h) {
        try {
            return wide
                    ? (long) Wide.UPUPUPUP.invokeExact(function, a, b, c, d, e, f, g, h)
                    : (long) Narrow.UPUPUPUP.invokeExact(function, a, b, c, d, e, f, g, h);
        } catch (Throwable thrown) {
            throw bug(thrown);
        }
    }

    /** Handles for a CK_ULONG of 64 bits. */
    private static final class Wide {
        static final MethodHandle P = CallShape.wide("P");
        static final MethodHandle U = CallShape.wide("U");
        static final MethodHandle UP = CallShape.wide("UP");
        static final MethodHandle UU = CallShape.wide("UU");
        static final MethodHandle BPP = CallShape.wide("BPP");
        static final MethodHandle UPP = CallShape.wide("UPP");
        static final MethodHandle UPU = CallShape.wide("UPU");
        static final MethodHandle UUP = CallShape.wide("UUP");
        static final MethodHandle PPPU = CallShape.wide("PPPU");
        static final MethodHandle UPUP = CallShape.wide("UPUP");
        static final MethodHandle UUPU = CallShape.wide("UUPU");
        static final MethodHandle UPPUP = CallShape.wide("UPPUP");
        static final MethodHandle UPUPP = CallShape.wide("UPUPP");
        static final MethodHandle UPUPU = CallShape.wide("UPUPU");
        static final MethodHandle UUPPP = CallShape.wide("UUPPP");
        static final MethodHandle UPUUPP = CallShape.wide("UPUUPP");
        static final MethodHandle UUPUPU = CallShape.wide("UUPUPU");
        static final MethodHandle UPPUPUPP = CallShape.wide("UPPUPUPP");
        static final MethodHandle UPUPUPUP = CallShape.wide("UPUPUPUP");
    }

    /** Handles for a CK_ULONG of 32 bits. */
    private static final class Narrow {
        static final MethodHandle P = CallShape.narrow("P");
        static final MethodHandle U = CallShape.narrow("U");
        static final MethodHandle UP = CallShape.narrow("UP");
        static final MethodHandle UU = CallShape.narrow("UU");
        static final MethodHandle BPP = CallShape.narrow("BPP");
        static final MethodHandle UPP = CallShape.narrow("UPP");
        static final MethodHandle UPU = CallShape.narrow("UPU");
        static final MethodHandle UUP = CallShape.narrow("UUP");
        static final MethodHandle PPPU = CallShape.narrow("PPPU");
        static final MethodHandle UPUP = CallShape.narrow("UPUP");
        static final MethodHandle UUPU = CallShape.narrow("UUPU");
        static final MethodHandle UPPUP = CallShape.narrow("UPPUP");
        static final MethodHandle UPUPP = CallShape.narrow("UPUPP");
        static final MethodHandle UPUPU = CallShape.narrow("UPUPU");
        static final MethodHandle UUPPP = CallShape.narrow("UUPPP");
        static final MethodHandle UPUUPP = CallShape.narrow("UPUUPP");
        static final MethodHandle UUPUPU = CallShape.narrow("UUPUPU");
        static final MethodHandle UPPUPUPP = CallShape.narrow("UPPUPUPP");
        static final MethodHandle UPUPUPUP = CallShape.narrow("UPUPUPUP");
    }
}
