package cairn.bench.measure;

import java.util.function.LongSupplier;

/**
 * One way of doing a piece of work.
 *
 * @param group what its figure stands beside
 * @param name what it is called in the table
 * @param operations how many signatures or certificates one round makes
 * @param before what is done before each round and does not count
 * @param work one round
 * @param cpu the processor time in nanoseconds that counts, read before and after each round
 */
public record Variant(String group, String name, int operations, Work before, Work work, LongSupplier cpu) {
    /** Refuses rounds that do nothing. */
    public Variant {
        if (operations < 1) {
            throw new IllegalArgumentException("a round has at least one operation: " + name);
        }
    }

    /** Without anything to be done before a round. */
    public Variant(String group, String name, int operations, Work work, LongSupplier cpu) {
        this(group, name, operations, () -> {}, work, cpu);
    }

    /** A piece of work. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws Exception;
    }
}
