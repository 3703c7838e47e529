package cairn.bench.measure;

import java.util.List;

/**
 * What is printed.
 *
 * @param machine its shape in words
 * @param notes what must be known to read the figures
 */
public record Report(String machine, List<Row> rows, List<Goal> goals, List<String> notes) {
    /** Takes copies. */
    public Report {
        rows = List.copyOf(rows);
        goals = List.copyOf(goals);
        notes = List.copyOf(notes);
    }

    /** A line of the table. */
    public sealed interface Row {
        /** What it stands beside. */
        String group();

        /** What was measured. */
        String name();
    }

    /**
     * A figure.
     *
     * @param ratio to the first line of the group
     */
    public record Measured(String group, String name, double micros, long operations, double ratio) implements Row {}

    /** A figure that was calculated from others. */
    public record Calculated(String group, String name, double micros) implements Row {}

    /** No figure, because a package of the system is missing. */
    public record Missing(String group, String name, String debianPackage) implements Row {}

    /** What a figure should be at most. */
    public record Goal(String name, double limit, double value) {
        /** Whether it is. */
        public boolean isMet() {
            return value <= limit;
        }
    }
}
