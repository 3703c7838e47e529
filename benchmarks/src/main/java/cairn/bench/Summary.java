package cairn.bench;

import cairn.bench.issuing.Step;
import cairn.bench.measure.Figure;
import cairn.bench.measure.Report;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns figures into the rows and goals of the report. */
final class Summary {
    static final String SOFTHSM = "one P-256 signature on SoftHSM";
    static final String JAVA_MODULE = "one P-256 signature on the PKCS#11 module in Java";
    static final String ISSUANCE = "one certificate, P-256, by the profile iot-device";
    static final String CRYPTOGRAPHY = "its signatures and signature checks";
    static final String STEPS = "its steps, software token, requests checked";

    private static final double BINDING_GOAL = 1.05;
    private static final double ENGINE_GOAL = 60;

    private final List<Report.Row> rows = new ArrayList<>();
    private final List<Report.Goal> goals = new ArrayList<>();

    void missing(String group, String name, String debianPackage) {
        rows.add(new Report.Missing(group, name, debianPackage));
    }

    /** Takes the layers of one library, the C calls first and the binding second. */
    void signing(List<Figure> figures, boolean isGoal) {
        addMeasured(figures);
        if (isGoal) {
            goals.add(new Report.Goal(
                    "the binding, as a multiple of the C calls, SoftHSM",
                    BINDING_GOAL,
                    figures.get(1).ratioTo(figures.get(0))));
        }
    }

    /** Takes issuance with its cryptography, in the order of the report, and the steps of the first figure. */
    void issuing(List<Figure> figures, Map<Step, Double> steps) {
        addMeasured(ofGroup(figures, ISSUANCE));
        List<Figure> cryptography = ofGroup(figures, CRYPTOGRAPHY);
        addMeasured(cryptography);
        double possession = cryptography.get(0).micros();
        double throwAway = cryptography.get(1).micros();
        double signing = cryptography.get(2).micros() + cryptography.get(3).micros();
        double engine = 0;
        double records = 0;
        for (Step step : Step.values()) {
            double micros = steps.getOrDefault(step, 0.0);
            double own = micros
                    - switch (step) {
                        case READ -> possession;
                        case PREPARE -> throwAway;
                        case SIGN -> signing;
                        case INTENT, COMPLETE -> 0;
                    };
            engine += own;
            records += step == Step.INTENT || step == Step.COMPLETE ? own : 0;
            rows.add(new Report.Calculated(STEPS, step.words(), micros));
            if (own != micros) {
                rows.add(new Report.Calculated(STEPS, "  of that besides signing and signature checks", own));
            }
        }
        String name = "engine work besides signing and signature checks";
        rows.add(new Report.Calculated(STEPS, name, engine));
        rows.add(new Report.Calculated(STEPS, "  of that besides the records", engine - records));
        goals.add(new Report.Goal(name + ", µs", ENGINE_GOAL, engine));
    }

    private void addMeasured(List<Figure> figures) {
        for (Figure figure : figures) {
            rows.add(new Report.Measured(
                    figure.group(),
                    figure.name(),
                    figure.micros(),
                    figure.operations(),
                    figure.ratioTo(figures.getFirst())));
        }
    }

    private static List<Figure> ofGroup(List<Figure> figures, String group) {
        return figures.stream().filter(figure -> figure.group().equals(group)).toList();
    }

    Report report() {
        return new Report(
                machine(),
                rows,
                goals,
                List.of(
                        "Processor time of all threads, medians of rounds in which the lines of a table take turns;"
                                + " ratios to the first line, round by round.",
                        "Issuance reads requests from memory and records each certificate in journal and register,"
                                + " flushed twice for up to 500 certificates.",
                        "openssl signs with a key in a file, reads a file and writes one for each certificate, and"
                                + " records them in a text file or nowhere;",
                        "the start of its processes is counted."));
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        String memory = ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? String.format(Locale.ROOT, ", %d GiB", Math.round(system.getTotalMemorySize() / (double) (1L << 30)))
                : "";
        return runtime.availableProcessors() + " processors" + memory + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
                + Runtime.version().feature();
    }
}
