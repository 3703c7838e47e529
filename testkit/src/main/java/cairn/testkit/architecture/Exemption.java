package cairn.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;

/**
 * Exceptions that the code claims for itself. Any annotation with the simple name {@code ArchitectureException} counts,
 * so that no shipped module needs the test kit. It must stay in the class file and have the members {@code rule}, the
 * name of a rule, and {@code reason}, which may not be blank. It covers the class it stands on and those nested in it.
 */
final class Exemption {
    private static final String ANNOTATION = "ArchitectureException";

    private Exemption() {}

    static boolean covers(JavaClass javaClass, String rule) {
        for (Optional<JavaClass> at = Optional.of(javaClass);
                at.isPresent();
                at = at.get().getEnclosingClass()) {
            for (JavaAnnotation<JavaClass> annotation : at.get().getAnnotations()) {
                if (annotation.getRawType().getSimpleName().equals(ANNOTATION)
                        && text(annotation, "rule").equals(rule)
                        && !text(annotation, "reason").isBlank()) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String text(JavaAnnotation<?> annotation, String member) {
        return annotation.get(member).map(Object::toString).orElse("");
    }
}
