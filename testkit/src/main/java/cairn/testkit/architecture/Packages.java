package cairn.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Collection;

/** Packages by name. */
final class Packages {
    private Packages() {}

    /** Whether {@code name} is {@code root} or below it. */
    static boolean isAtOrBelow(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }

    static boolean isAtOrBelowAny(JavaClass javaClass, Collection<String> roots) {
        return roots.stream().anyMatch(root -> isAtOrBelow(javaClass.getPackageName(), root));
    }

    /** Whether a pattern matches: {@code a.b} is that package alone, {@code a.b..} also all below it. */
    static boolean matches(String name, String pattern) {
        return pattern.endsWith("..")
                ? isAtOrBelow(name, pattern.substring(0, pattern.length() - 2))
                : name.equals(pattern);
    }
}
