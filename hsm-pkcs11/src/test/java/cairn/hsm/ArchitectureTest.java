package cairn.hsm;

import cairn.testkit.architecture.HouseRules;
import cairn.testkit.architecture.ModuleCode;
import cairn.testkit.architecture.RoomTable;
import cairn.testkit.architecture.TestShare;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The token module keeps the rules of the house; only {@code signer} sees the engine. */
final class ArchitectureTest {
    private static final String BC = "org.bouncycastle..";
    private static final String NATIVE = "java.lang.foreign";
    private static final String FILES = "java.nio.file.. java.nio.channels";

    private static final RoomTable ROOMS = RoomTable.of("cairn.hsm")
            .room("token", "", NATIVE)
            .room("pin", "token", NATIVE + " " + FILES)
            .room("cryptoki", "token", NATIVE + " java.nio.file")
            .room("vendor", "token cryptoki", "")
            .room("keys", "token cryptoki vendor", BC + " " + NATIVE)
            .room("library", "token cryptoki vendor keys", BC + " " + NATIVE + " " + FILES)
            .room("broker", "token library cryptoki vendor", "java.net " + FILES + " " + NATIVE)
            .room("softtoken", "token", BC + " " + NATIVE + " " + FILES)
            .room("signer", "token cairn.ca.signing cairn.ca.x509", BC);

    @TestFactory
    Stream<DynamicTest> rulesOfTheHouse() {
        ModuleCode code = ModuleCode.of("hsm-pkcs11");
        return Stream.concat(
                HouseRules.tests(code, ROOMS, List.of(), List.of("cairn.hsm.broker")),
                Stream.of(HouseRules.test(new TestShare(), code)));
    }
}
