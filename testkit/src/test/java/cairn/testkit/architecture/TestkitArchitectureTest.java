package cairn.testkit.architecture;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The test kit keeps the rules that make sense for it. */
final class TestkitArchitectureTest {
    @TestFactory
    Stream<DynamicTest> rules() {
        ModuleCode code = ModuleCode.of("testkit");
        List<HouseRule> rules = List.of(
                new PackageCycles(),
                new NetworkUse(List.of()),
                new JavaSerialization(),
                new StaticState(),
                new NullMarkedPackages(),
                new PackageNames(),
                new ConstructorSize(),
                new SourceSize(),
                new SourceWords());
        return rules.stream().map(rule -> HouseRules.test(rule, code));
    }
}
