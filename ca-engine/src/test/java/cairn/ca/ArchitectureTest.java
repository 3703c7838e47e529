package cairn.ca;

import cairn.testkit.architecture.HouseRules;
import cairn.testkit.architecture.ModuleCode;
import cairn.testkit.architecture.RoomTable;
import cairn.testkit.architecture.TestShare;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The engine keeps the rules of the house; the table is the plan of its rooms, bottom up. */
final class ArchitectureTest {
    private static final String BC = "org.bouncycastle..";
    private static final String JSON = "com.fasterxml.jackson..";
    private static final String FILES = "java.nio.file.. java.nio.channels";

    private static final RoomTable ROOMS = RoomTable.of("cairn.ca")
            .room("x509", "", BC)
            .room("signing", "x509", "")
            .room("csr", "x509", BC)
            .room("lint", "x509", BC)
            .room("profile", "x509 csr lint", BC + " " + JSON)
            .room("audit", "x509 signing", JSON + " java.lang.reflect")
            .room("issuance", "x509 signing csr profile lint audit", BC)
            .room("authority", "x509 signing csr profile lint audit issuance", BC)
            .room("revocation", "x509 audit issuance", "")
            .room("crl", "x509 signing lint audit issuance revocation", BC)
            .room("validation", "x509 csr", BC)
            .room("inventory", "x509 audit revocation", "")
            .room("publication", "x509", BC + " " + FILES)
            .room(
                    "storage",
                    "x509 signing audit authority issuance revocation crl inventory",
                    "java.sql javax.sql org.h2.. " + BC + " " + FILES);

    @TestFactory
    Stream<DynamicTest> rulesOfTheHouse() {
        ModuleCode code = ModuleCode.of("ca-engine");
        return Stream.concat(
                HouseRules.tests(code, ROOMS, List.of(), List.of()), Stream.of(HouseRules.test(new TestShare(), code)));
    }
}
