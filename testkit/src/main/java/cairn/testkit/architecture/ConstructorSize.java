package cairn.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.List;

/** A constructor takes at most six parameters, the canonical one of a record at most twelve. */
public final class ConstructorSize implements HouseRule {
    private static final int MOST = 6;
    private static final int MOST_OF_RECORD = 12;

    @Override
    public String name() {
        return "constructors are narrow";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        return code.classes().stream()
                .filter(javaClass -> !javaClass.isEnum())
                .filter(javaClass -> !Exemption.covers(javaClass, name()))
                .flatMap(javaClass -> javaClass.getConstructors().stream())
                .filter(constructor -> constructor.getRawParameterTypes().size() > most(constructor.getOwner()))
                .map(ConstructorSize::describe)
                .sorted()
                .toList();
    }

    private static int most(JavaClass owner) {
        return owner.isRecord() ? MOST_OF_RECORD : MOST;
    }

    private static String describe(JavaConstructor constructor) {
        return constructor.getOwner().getName() + " has a constructor with "
                + constructor.getRawParameterTypes().size() + " parameters; at most " + most(constructor.getOwner());
    }
}
