package cairn.hsm.cryptoki;

/** Offsets and size of a C structure under an {@link Abi}. */
final class Struct {
    private final long[] offsets;
    private final long size;

    private Struct(long[] offsets, long size) {
        this.offsets = offsets;
        this.size = size;
    }

    /**
     * Lays members out in order. {@code members}: {@link #ULONG}, {@link #POINTER}, or a number of octets for a
     * character array or a CK_VERSION.
     */
    static Struct of(Abi abi, int... members) {
        long[] offsets = new long[members.length];
        long next = 0;
        long widest = 1;
        for (int i = 0; i < members.length; i++) {
            long alignment = Math.min(abi.pack(), naturalAlignment(abi, members[i]));
            next = roundUp(next, alignment);
            offsets[i] = next;
            next += size(abi, members[i]);
            widest = Math.max(widest, alignment);
        }
        return new Struct(offsets, roundUp(next, widest));
    }

    static final int ULONG = -1;
    static final int POINTER = -2;

    private static long size(Abi abi, int member) {
        return switch (member) {
            case ULONG -> abi.ulongBytes();
            case POINTER -> Abi.POINTER_BYTES;
            default -> member;
        };
    }

    private static long naturalAlignment(Abi abi, int member) {
        return member < 0 ? size(abi, member) : 1;
    }

    private static long roundUp(long value, long alignment) {
        return (value + alignment - 1) / alignment * alignment;
    }

    /** Where the member with this index starts. */
    long offset(int member) {
        return offsets[member];
    }

    /** How many octets one takes in an array. */
    long size() {
        return size;
    }
}
