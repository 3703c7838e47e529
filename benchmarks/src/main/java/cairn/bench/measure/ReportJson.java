package cairn.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A report as JSON for programs. */
public final class ReportJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReportJson() {}

    /** One object, ended by a line feed. */
    public static String of(Report report) {
        ObjectNode all = MAPPER.createObjectNode().put("machine", report.machine());
        ArrayNode rows = all.putArray("rows");
        report.rows().forEach(row -> add(rows.addObject(), row));
        ArrayNode goals = all.putArray("goals");
        report.goals()
                .forEach(goal -> goals.addObject()
                        .put("name", goal.name())
                        .put("atMost", goal.limit())
                        .put("measured", rounded(goal.value()))
                        .put("met", goal.isMet()));
        ArrayNode notes = all.putArray("notes");
        report.notes().forEach(notes::add);
        return all.toPrettyString() + "\n";
    }

    private static void add(ObjectNode node, Report.Row row) {
        node.put("group", row.group()).put("name", row.name());
        switch (row) {
            case Report.Measured measured ->
                node.put("cpuMicros", rounded(measured.micros()))
                        .put("operations", measured.operations())
                        .put("ratio", rounded(measured.ratio()));
            case Report.Calculated calculated -> node.put("cpuMicros", rounded(calculated.micros()));
            case Report.Missing missing ->
                node.put("notMeasured", "package " + missing.debianPackage() + " is missing");
        }
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }
}
