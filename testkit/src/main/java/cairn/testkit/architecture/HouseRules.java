package cairn.testkit.architecture;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rules that hold for every module, ready to be run by its {@code ArchitectureTest}. */
public final class HouseRules {
    private HouseRules() {}

    /**
     * One test a rule; the first is that there are no package cycles.
     *
     * @param rooms what each room of the module may see
     * @param composition packages that hand out time, randomness and threads, with all below them
     * @param unixSockets packages that may use Unix domain sockets, with all below them
     */
    public static Stream<DynamicTest> tests(
            ModuleCode code, RoomTable rooms, List<String> composition, List<String> unixSockets) {
        List<HouseRule> rules = List.of(
                new PackageCycles(),
                rooms,
                new NetworkUse(unixSockets),
                new HiddenInputs(composition),
                new JavaSerialization(),
                new StaticState(),
                new NullMarkedPackages(),
                new PackageNames(),
                new ConstructorSize(),
                new SourceSize(),
                new SourceWords());
        return rules.stream().map(rule -> test(rule, code));
    }

    /** The test of one rule. */
    public static DynamicTest test(HouseRule rule, ModuleCode code) {
        return DynamicTest.dynamicTest(rule.name(), () -> {
            List<String> violations = rule.violations(code);
            if (!violations.isEmpty()) {
                fail(violations.size() + " breaches of the rule \"" + rule.name() + "\":\n"
                        + String.join("\n", violations));
            }
        });
    }
}
