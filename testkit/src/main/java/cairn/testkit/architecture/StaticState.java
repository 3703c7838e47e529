package cairn.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;

/** Static fields are final: what changes belongs to an object that somebody owns. */
public final class StaticState implements HouseRule {
    @Override
    public String name() {
        return "no static mutable state";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        return code.classes().stream()
                .flatMap(javaClass -> javaClass.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaField::getFullName)
                .sorted()
                .toList();
    }
}
