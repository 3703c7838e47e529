package cairn.app;

import cairn.testkit.architecture.HouseRules;
import cairn.testkit.architecture.ModuleCode;
import cairn.testkit.architecture.RoomTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The application keeps the rules of the house; only {@code boot} puts the parts together. */
final class ArchitectureTest {
    private static final String FILES = "java.nio.file.. java.nio.channels";
    private static final String JSON = "com.fasterxml.jackson..";

    private static final RoomTable ROOMS = RoomTable.of("cairn.app")
            .room("problem", "cairn.ca cairn.hsm.token", FILES)
            .room("session", "problem cairn.ca cairn.hsm.token", JSON + " " + FILES)
            .room("demo", "session problem cairn.ca cairn.hsm.token", "org.bouncycastle.. " + FILES)
            .room(
                    "cli",
                    "demo session problem cairn.ca cairn.hsm.token cairn.hsm.pin",
                    "picocli java.lang.reflect " + JSON + " " + FILES)
            .room("boot", "cli session problem cairn.ca cairn.hsm", "picocli java.util.logging " + JSON + " " + FILES);

    @TestFactory
    Stream<DynamicTest> rulesOfTheHouse() {
        return HouseRules.tests(ModuleCode.of("app"), ROOMS, List.of("cairn.app.boot"), List.of());
    }
}
