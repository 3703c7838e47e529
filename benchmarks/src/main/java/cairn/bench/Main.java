package cairn.bench;

import cairn.bench.measure.CpuClock;
import cairn.bench.measure.Report;
import cairn.bench.measure.ReportJson;
import cairn.bench.measure.ReportText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code cairn bench}: prints in one run what a signature and a certificate cost. */
public final class Main {
    private static final String USAGE = """
            Usage: cairn bench [--json] [--quick]
            Prints processor time, in microseconds, of a signature and of a certificate, here and with openssl.
              --json   one JSON object in place of the table
              --quick  a few rounds, which show that it works; the figures mean little
            """;

    /** As of the program itself. */
    private static final int USAGE_ERROR = 2;

    private Main() {}

    /** @param arguments see the usage */
    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        if (given.contains("--help")) {
            print(USAGE);
            return;
        }
        if (!List.of("--json", "--quick").containsAll(given)) {
            System.err.print(USAGE);
            System.exit(USAGE_ERROR);
        }
        if (!CpuClock.isAvailable()) {
            print("not measured: the clocks of processor time are read as on Linux, and this is another system\n");
            return;
        }
        try (Benchmarks benchmarks = new Benchmarks(given.contains("--quick") ? Effort.QUICK : Effort.FULL)) {
            Report report = benchmarks.run();
            print(given.contains("--json") ? ReportJson.of(report) : ReportText.of(report));
        }
        // Libraries that were measured may have left threads behind.
        System.exit(0);
    }

    private static void print(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        System.out.write(octets, 0, octets.length);
        System.out.flush();
    }
}
