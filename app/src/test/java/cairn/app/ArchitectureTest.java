package cairn.app;

import cairn.testkit.architecture.HouseRules;
import cairn.testkit.architecture.ModuleCode;
import cairn.testkit.architecture.OneCaller;
import cairn.testkit.architecture.RoomTable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The application keeps the rules of the house; only {@code boot} puts the parts together. */
final class ArchitectureTest {
    private static final String FILES = "java.nio.file.. java.nio.channels";
    private static final String JSON = "com.fasterxml.jackson..";

    private static final String SCREEN = "javafx.. org.kordamp.ikonli.. org.controlsfx.. " + FILES;

    /** What every feature of the desktop may see; never another feature, nor the window around it. */
    private static final String FEATURE = "fx session problem cairn.ca cairn.hsm.token";

    private static final String FEATURES =
            "welcome overview authorities issue inspect inventory revoke crls explorer token audit settings";

    private static final RoomTable ROOMS = RoomTable.of("cairn.app")
            .room("problem", "cairn.ca cairn.hsm.token", FILES)
            .room("session", "problem cairn.ca cairn.hsm.token", JSON + " " + FILES)
            .room("demo", "session problem cairn.ca cairn.hsm.token", "org.bouncycastle.. " + FILES)
            .room(
                    "cli",
                    "demo session problem cairn.ca cairn.hsm.token cairn.hsm.pin",
                    "picocli java.lang.reflect " + JSON + " " + FILES)
            .room("fx.text", "", "")
            .room("fx.theme", "", "javafx.. atlantafx.base.theme org.kordamp.ikonli..")
            .room("fx.image", "", "javafx..")
            .room("fx.prefs", "fx.text fx.theme cairn.ca.publication", JSON + " " + FILES)
            .room("fx.task", "problem cairn.ca.audit", "javafx..")
            .room("fx.form", "fx.theme", "javafx.. org.kordamp.ikonli..")
            .room("fx.screen", "fx.task fx.theme problem", "javafx.. org.kordamp.ikonli")
            .room("fx.dialog", "fx.form fx.task fx.text fx.theme problem cairn.ca.x509 cairn.hsm.token", SCREEN)
            .room("fx.table", "fx.form fx.task fx.text fx.theme problem cairn.ca.audit", SCREEN)
            .room("shell", "fx", SCREEN)
            .room("welcome", FEATURE, SCREEN)
            .room("overview", FEATURE, SCREEN)
            .room("authorities", FEATURE, SCREEN)
            .room("issue", FEATURE, SCREEN)
            .room("inspect", FEATURE, SCREEN)
            .room("inventory", FEATURE, SCREEN)
            .room("revoke", FEATURE, SCREEN)
            .room("crls", FEATURE, SCREEN)
            .room("explorer", FEATURE, SCREEN)
            .room("token", FEATURE, SCREEN)
            .room("audit", FEATURE, SCREEN)
            .room("settings", FEATURE, SCREEN)
            .room(
                    "boot",
                    "cli shell " + FEATURES + " fx session problem cairn.ca cairn.hsm",
                    "picocli java.util.logging " + SCREEN + " " + JSON);

    @TestFactory
    Stream<DynamicTest> rulesOfTheHouse() {
        return HouseRules.tests(ModuleCode.of("app"), ROOMS, List.of("cairn.app.boot"), List.of());
    }

    /** What reaches the screen from beside it goes through that one class. */
    @TestFactory
    DynamicTest theToolkitsQueueHasOneDoor() {
        return HouseRules.test(
                new OneCaller("javafx.application.Platform", "runLater", "cairn.app.fx.task.ScreenThread"),
                ModuleCode.of("app"));
    }
}
