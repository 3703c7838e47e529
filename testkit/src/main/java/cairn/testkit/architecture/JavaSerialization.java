package cairn.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import java.util.List;
import java.util.Set;

/** Nothing is Java-serialised: a stream of objects is code that somebody else wrote. */
public final class JavaSerialization implements HouseRule {
    private static final Set<String> STREAMS = Set.of("java.io.ObjectInputStream", "java.io.ObjectOutputStream");

    @Override
    public String name() {
        return "no Java serialisation";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        return code.classes().stream()
                .flatMap(javaClass -> javaClass.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        STREAMS.contains(dependency.getTargetClass().getName()))
                .map(Dependency::getDescription)
                .sorted()
                .toList();
    }
}
