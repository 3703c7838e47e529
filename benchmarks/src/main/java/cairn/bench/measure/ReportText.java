package cairn.bench.measure;

import java.util.Locale;

/** A report as a table for people. */
public final class ReportText {
    private ReportText() {}

    /** Lines of at most 110 characters, each ended. */
    public static String of(Report report) {
        StringBuilder text = new StringBuilder();
        text.append(report.machine()).append('\n');
        String group = "";
        for (Report.Row row : report.rows()) {
            if (!row.group().equals(group)) {
                group = row.group();
                text.append(line("%n%-58s %10s %12s %8s", group, "CPU µs", "operations", "ratio"));
            }
            text.append(
                    switch (row) {
                        case Report.Measured measured ->
                            line(
                                    "  %-56s %10.1f %12d %8.2f",
                                    measured.name(), measured.micros(), measured.operations(), measured.ratio());
                        case Report.Calculated calculated ->
                            line("  %-56s %10.1f", calculated.name(), calculated.micros());
                        case Report.Missing missing ->
                            line("  %s: not measured: package %s is missing", missing.name(), missing.debianPackage());
                    });
        }
        if (!report.goals().isEmpty()) {
            text.append(line("%n%-58s %10s %12s", "goals", "at most", "measured"));
        }
        for (Report.Goal goal : report.goals()) {
            text.append(line(
                    "  %-56s %10.2f %12.2f  %s",
                    goal.name(), goal.limit(), goal.value(), goal.isMet() ? "met" : "missed"));
        }
        text.append('\n');
        report.notes().forEach(note -> text.append(note).append('\n'));
        return text.toString();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing() + "\n";
    }
}
