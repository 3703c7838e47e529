package cairn.bench.measure;

import java.util.Formatter;
import java.util.Locale;

/** A report as a table for people. */
public final class ReportText {
    private ReportText() {}

    /** Lines of at most 110 characters, each ended. */
    public static String of(Report report) {
        Formatter text = new Formatter(Locale.ROOT).format("%s\n", report.machine());
        String group = "";
        for (Report.Row row : report.rows()) {
            if (!row.group().equals(group)) {
                group = row.group();
                text.format("\n%-58s %10s %12s %8s\n", group, "CPU µs", "operations", "ratio");
            }
            row(text, row);
        }
        if (!report.goals().isEmpty()) {
            text.format("\n%-58s %10s %12s\n", "goals", "at most", "measured");
        }
        for (Report.Goal goal : report.goals()) {
            text.format(
                    "  %-56s %10.2f %12.2f  %s\n",
                    goal.name(), goal.limit(), goal.value(), goal.isMet() ? "met" : "missed");
        }
        text.format("\n");
        report.notes().forEach(note -> text.format("%s\n", note));
        return text.toString();
    }

    private static void row(Formatter text, Report.Row row) {
        switch (row) {
            case Report.Measured measured ->
                text.format(
                        "  %-56s %10.1f %12d %8.2f\n",
                        measured.name(), measured.micros(), measured.operations(), measured.ratio());
            case Report.Calculated calculated ->
                text.format("  %-56s %10.1f\n", calculated.name(), calculated.micros());
            case Report.Missing missing ->
                text.format("  %s: not measured: package %s is missing\n", missing.name(), missing.debianPackage());
        }
    }
}
