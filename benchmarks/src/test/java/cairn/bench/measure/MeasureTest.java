package cairn.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The arithmetic of the measurements and the forms in which they are printed. */
final class MeasureTest {
    private static final Report REPORT = new Report(
            "a machine",
            List.of(
                    new Report.Measured("first", "a", 12.34, 100, 1),
                    new Report.Measured("first", "b", 24.68, 100, 2),
                    new Report.Missing("first", "c", "softhsm2"),
                    new Report.Calculated("second", "d", -0.25)),
            List.of(new Report.Goal("small", 60, 59.5), new Report.Goal("smaller", 1.05, 1.2)),
            List.of("a note"));

    @Test
    void theMedianIsTheMiddle() {
        assertEquals(2, Median.of(List.of(100.0, 1.0, 2.0)));
        assertEquals(2.5, Median.of(List.of(3.0, 100.0, 1.0, 2.0)));
        assertThrows(IllegalArgumentException.class, () -> Median.of(List.of()));
    }

    @Test
    void aRatioIsTakenRoundByRound() {
        Figure base = new Figure("g", "base", 3, List.of(10.0, 20.0, 40.0));
        Figure twice = new Figure("g", "twice", 3, List.of(20.0, 40.0, 1000.0));
        assertEquals(2, twice.ratioTo(base));
        assertThrows(IllegalArgumentException.class, () -> base.ratioTo(new Figure("g", "other", 1, List.of(1.0))));
    }

    @Test
    void variantsTakeTurnsAndWarmUpsDoNotCount() throws Exception {
        AtomicLong clock = new AtomicLong();
        StringBuilder order = new StringBuilder();
        Variant a =
                new Variant("g", "a", 10, () -> clock.addAndGet(7), () -> work(order, "a", clock, 10_000), clock::get);
        Variant b = new Variant("g", "b", 10, () -> work(order, "b", clock, 30_000), clock::get);
        List<Figure> figures = new Rounds(1, 2).measure(List.of(a, b));
        assertEquals("baabba", order.toString());
        assertEquals(List.of(1.0, 1.0), figures.get(0).samples());
        assertEquals(List.of(3.0, 3.0), figures.get(1).samples());
        assertEquals(20, figures.get(1).operations());
    }

    private static void work(StringBuilder order, String name, AtomicLong clock, long nanos) {
        order.append(name);
        clock.addAndGet(nanos);
    }

    @Test
    void theTableHasEveryRow() {
        String text = ReportText.of(REPORT);
        List<String> lines = text.lines().toList();
        assertEquals("a machine", lines.getFirst());
        assertEquals("a note", lines.getLast());
        assertTrue(lines.stream().anyMatch(line -> line.matches("  b +24\\.7 +100 +2\\.00")), text);
        assertTrue(lines.contains("  c: not measured: package softhsm2 is missing"), text);
        assertTrue(lines.stream().anyMatch(line -> line.matches("  small +60\\.00 +59\\.50  met")), text);
        assertTrue(lines.stream().anyMatch(line -> line.endsWith(" missed")), text);
    }

    @Test
    void theJsonHasTheSame() throws Exception {
        JsonNode json = new ObjectMapper().readTree(ReportJson.of(REPORT));
        assertEquals("a machine", json.get("machine").asText());
        assertEquals(4, json.get("rows").size());
        assertEquals(24.68, json.at("/rows/1/cpuMicros").asDouble());
        assertEquals(
                "package softhsm2 is missing", json.at("/rows/2/notMeasured").asText());
        assertTrue(json.at("/goals/0/met").asBoolean());
        assertFalse(json.at("/goals/1/met").asBoolean());
    }

    @Test
    void theClocksGoForward() throws Exception {
        Assumptions.assumeTrue(CpuClock.isAvailable(), "Skipped: processor time is read as on Linux.");
        CpuClock clock = new CpuClock();
        long before = clock.own();
        assertTrue(clock.own() > before);
        assertTrue(Math.abs(clock.own() - clock.of(ProcessHandle.current())) < 60_000_000_000L);
        long children = clock.endedChildren();
        assertEquals(
                0,
                new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor());
        assertTrue(clock.endedChildren() > children);
    }
}
