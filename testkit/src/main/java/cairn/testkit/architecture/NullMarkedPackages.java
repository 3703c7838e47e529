package cairn.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every package of main code says in package-info.java what it is for, and is null-marked. */
public final class NullMarkedPackages implements HouseRule {
    private static final String MARK = "org.jspecify.annotations.NullMarked";

    @Override
    public String name() {
        return "every package is described and null-marked";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        Set<String> marked = code.classes().stream()
                .filter(javaClass -> javaClass.getSimpleName().equals("package-info"))
                .filter(javaClass -> javaClass.isAnnotatedWith(MARK))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        List<String> found = new ArrayList<>();
        for (String name : new TreeSet<>(
                code.classes().stream().map(JavaClass::getPackageName).toList())) {
            if (!marked.contains(name)) {
                found.add("package " + name + " has no package-info.java with @NullMarked");
            }
        }
        Set<Path> folders =
                code.mainSources().stream().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
        for (Path folder : folders) {
            Path info = folder.resolve("package-info.java");
            if (!Files.isRegularFile(info)
                    || !String.join("\n", ModuleCode.lines(info)).contains("/**")) {
                found.add(code.show(info) + " does not say what the package is for");
            }
        }
        return found;
    }
}
