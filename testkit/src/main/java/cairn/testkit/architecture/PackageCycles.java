package cairn.testkit.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.List;

/** No package reaches itself through another. A package and one below it are two packages. */
public final class PackageCycles implements HouseRule {
    @Override
    public String name() {
        return "no package cycles";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        return slices().matching("(cairn..)")
                .should()
                .beFreeOfCycles()
                .evaluate(code.classes())
                .getFailureReport()
                .getDetails();
    }
}
