package cairn.testkit.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.testkit.Checkout;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Each rule notices the code that breaks it, and only that. */
final class ClassRulesTest {
    private static final String FIXTURE = "cairn.testkit.architecture.fixture.";

    private static ModuleCode fixture(String name) {
        Path compiled = Checkout.build("testkit").resolve("test-classes").resolve(FIXTURE.replace('.', '/') + name);
        return new ModuleCode(new ClassFileImporter().importPath(compiled), Path.of("nowhere"));
    }

    private static List<String> check(HouseRule rule, String fixture) {
        return rule.violations(fixture(fixture));
    }

    private static void assertNames(List<String> violations, String... parts) {
        for (String part : parts) {
            assertEquals(
                    1,
                    violations.stream().filter(text -> text.contains(part)).count(),
                    part + " once in " + violations);
        }
        assertEquals(parts.length, violations.size(), violations.toString());
    }

    @Test
    void aCycleOfTwoPackagesIsFound() {
        List<String> violations = check(new PackageCycles(), "cycle");
        assertEquals(1, violations.size(), violations.toString());
        assertTrue(
                violations.getFirst().contains("Hen") && violations.getFirst().contains("Egg"));
        assertEquals(List.of(), check(new PackageCycles(), "rooms"));
    }

    @Test
    void aFailingRuleFailsItsTest() {
        var test = HouseRules.test(new PackageCycles(), fixture("cycle"));
        assertEquals("no package cycles", test.getDisplayName());
        assertThrows(AssertionFailedError.class, () -> test.getExecutable().execute());
    }

    @Test
    void aSecondCallerOfAMethodIsFound() {
        String caller = FIXTURE + "network.Caller";
        assertEquals(List.of(), check(new OneCaller("java.net.Socket", "<init>", caller), "network"));
        List<String> violations = check(new OneCaller("java.net.Socket", "<init>", "another.Caller"), "network");
        assertTrue(violations.getFirst().contains(caller), violations.toString());
        assertEquals(List.of(), check(new OneCaller("java.net.Socket", "close", "another.Caller"), "rooms"));
    }

    @Test
    void socketsAndOpenedUrlsAreFound() {
        List<String> violations = check(new NetworkUse(List.of()), "network");
        assertTrue(violations.stream().anyMatch(text -> text.contains("java.net.Socket")), violations.toString());
        assertTrue(violations.stream().anyMatch(text -> text.contains("openStream")), violations.toString());
    }

    @Test
    void unixSocketsAreForThePackagesNamed() {
        assertTrue(check(new NetworkUse(List.of()), "unix").stream().anyMatch(text -> text.contains("SocketChannel")));
        assertNames(check(new NetworkUse(List.of(FIXTURE + "unix")), "unix"), "SocketChannel.open()", "INET");
    }

    @Test
    void timeRandomnessAndThreadsAreFoundAlsoAsMethodReferences() {
        assertNames(
                check(new HiddenInputs(List.of()), "hidden"),
                "Taker.now()",
                "Taker.today()",
                "Taker.later()",
                "Taker.millis()",
                "Taker.random()",
                "Taker.thread(",
                "Taker.pool()",
                "BadlyExcused.now()",
                "OtherwiseExcused.now()");
    }

    @Test
    void theCompositionMayTakeThem() {
        assertEquals(List.of(), check(new HiddenInputs(List.of(FIXTURE + "hidden")), "hidden"));
    }

    @Test
    void aRoomSeesOnlyWhatItsRowAllows() {
        String root = "cairn.testkit.architecture.fixture.rooms";
        RoomTable strict = RoomTable.of(root).room("cellar", "", "").room("attic", "", "");
        List<String> violations = check(strict, "rooms");
        assertTrue(
                violations.stream().anyMatch(text -> text.startsWith(root + ".cellar may not see java.nio.file")),
                violations.toString());
        assertTrue(
                violations.stream().anyMatch(text -> text.startsWith(root + ".attic may not see " + root + ".cellar")),
                violations.toString());
        RoomTable fitting =
                RoomTable.of(root).room("cellar", "", "java.nio.file").room("attic", "cellar", "");
        assertEquals(List.of(), check(fitting, "rooms"));
    }

    @Test
    void aPackageWithoutARoomIsFound() {
        RoomTable table = RoomTable.of(FIXTURE + "rooms").room("cellar", "", "java.nio.file");
        assertNames(check(table, "rooms"), FIXTURE + "rooms.attic is in no room");
    }

    @Test
    void aRoomHasOneRow() {
        RoomTable table = RoomTable.of("cairn").room("a", "", "");
        assertThrows(IllegalArgumentException.class, () -> table.room("a", "", ""));
    }

    @Test
    void streamsOfObjectsAreFound() {
        assertTrue(!check(new JavaSerialization(), "serial").isEmpty());
        assertEquals(List.of(), check(new JavaSerialization(), "rooms"));
    }

    @Test
    void staticFieldsThatChangeAreFound() {
        assertNames(check(new StaticState(), "state"), "Counter.count");
    }

    @Test
    void undescribedPackagesAreFound() {
        assertNames(check(new NullMarkedPackages(), "unmarked"), FIXTURE + "unmarked has no package-info.java");
        assertEquals(List.of(), check(new NullMarkedPackages(), "state"));
    }

    @Test
    void leftoverNamesAreFound() {
        assertNames(check(new PackageNames(), "util"), FIXTURE + "util is named after no duty");
    }

    @Test
    void wideConstructorsAreFound() {
        assertNames(
                check(new ConstructorSize(), "wide"), "Wide has a constructor with 7", "TooBroad has a constructor");
    }
}
