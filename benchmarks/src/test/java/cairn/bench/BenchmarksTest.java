package cairn.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.bench.issuing.Step;
import cairn.bench.measure.CpuClock;
import cairn.bench.measure.Figure;
import cairn.bench.measure.Report;
import cairn.bench.measure.Rounds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Everything is measured once, with whatever the machine has; no figure is judged. */
final class BenchmarksTest {
    private static final Effort LEAST = new Effort(2, new Rounds(0, 1), 3, 1, new Rounds(0, 1));

    @Test
    void everyLineIsMeasuredOrSaysWhatIsMissing() throws Exception {
        Assumptions.assumeTrue(CpuClock.isAvailable(), "Skipped: processor time is read as on Linux.");
        Report report;
        try (Benchmarks benchmarks = new Benchmarks(LEAST)) {
            report = benchmarks.run();
        }
        for (String group :
                List.of(Summary.SOFTHSM, Summary.JAVA_MODULE, Summary.ISSUANCE, Summary.CRYPTOGRAPHY, Summary.STEPS)) {
            assertTrue(report.rows().stream().anyMatch(row -> row.group().equals(group)), group);
        }
        for (Report.Row row : report.rows()) {
            switch (row) {
                case Report.Measured measured -> assertTrue(measured.micros() > 0, row.name());
                case Report.Missing missing ->
                    assertTrue(!missing.debianPackage().isBlank(), row.name());
                case Report.Calculated calculated -> assertTrue(Double.isFinite(calculated.micros()), row.name());
            }
        }
    }

    @Test
    void theEnginesWorkIsWhatSignaturesAndChecksLeave() {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(Summary.ISSUANCE, "whole", 1, List.of(1000.0)));
        for (double micros : new double[] {100, 20, 30, 40}) {
            figures.add(new Figure(Summary.CRYPTOGRAPHY, "part", 1, List.of(micros)));
        }
        Map<Step, Double> steps = new EnumMap<>(Step.class);
        steps.put(Step.READ, 110.0);
        steps.put(Step.PREPARE, 25.0);
        steps.put(Step.INTENT, 7.0);
        steps.put(Step.SIGN, 71.0);
        steps.put(Step.COMPLETE, 8.0);
        Summary summary = new Summary();
        summary.issuing(figures, steps);
        Report.Goal goal = summary.report().goals().getFirst();
        assertEquals(10 + 5 + 7 + 1 + 8, goal.value(), 1e-9);
        assertTrue(goal.isMet());
    }
}
