package cairn.bench;

import cairn.testkit.architecture.HouseRules;
import cairn.testkit.architecture.ModuleCode;
import cairn.testkit.architecture.RoomTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The measurements keep the rules of the house; only the outermost package puts the parts together. */
final class ArchitectureTest {
    private static final String NATIVE = "java.lang.foreign";
    private static final String FILES = "java.nio.file";

    private static final RoomTable ROOMS = RoomTable.of("cairn")
            .room(
                    "bench",
                    "ca hsm app.session testkit",
                    "java.lang.management com.sun.management org.opentest4j " + FILES)
            .room("bench.measure", "", "com.fasterxml.jackson.. " + NATIVE)
            .room("bench.signing", "bench.measure hsm.cryptoki hsm.token", NATIVE + " " + FILES)
            .room("bench.issuing", "bench.measure ca", "org.bouncycastle.. " + FILES)
            .room("bench.peer", "bench.measure testkit", FILES)
            .room("bench.window", "", "javafx..");

    @TestFactory
    Stream<DynamicTest> rulesOfTheHouse() {
        return HouseRules.tests(ModuleCode.of("benchmarks"), ROOMS, List.of("cairn.bench"), List.of());
    }
}
