package cairn.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Packages are named after duties, not after leftovers. */
public final class PackageNames implements HouseRule {
    private static final Set<String> LEFTOVERS =
            Set.of("util", "utils", "common", "helper", "helpers", "manager", "managers", "impl", "misc", "internal");

    @Override
    public String name() {
        return "packages are named after duties";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        return code.classes().stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> Arrays.stream(name.split("\\.")).anyMatch(LEFTOVERS::contains))
                .map(name -> "package " + name + " is named after no duty")
                .sorted()
                .toList();
    }
}
