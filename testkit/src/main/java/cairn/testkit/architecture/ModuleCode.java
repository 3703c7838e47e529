package cairn.testkit.architecture;

import cairn.testkit.Checkout;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Maven module under examination: its compiled main classes and its sources. */
public final class ModuleCode {
    private final JavaClasses classes;
    private final Path folder;

    ModuleCode(JavaClasses classes, Path folder) {
        this.classes = classes;
        this.folder = folder;
    }

    /** The module in the folder {@code name} of the checkout, which must be compiled. */
    public static ModuleCode of(String name) {
        Path folder = Checkout.module(name);
        Path compiled = Checkout.build(name).resolve("classes");
        if (!Files.isDirectory(compiled)) {
            throw new IllegalStateException("not compiled: " + compiled);
        }
        return new ModuleCode(new ClassFileImporter().importPath(compiled), folder);
    }

    /** The main classes. */
    JavaClasses classes() {
        return classes;
    }

    /** All sources below {@code src/main/java}. */
    List<Path> mainSources() {
        return sources("src/main/java");
    }

    /** All sources below {@code src/test/java}. */
    List<Path> testSources() {
        return sources("src/test/java");
    }

    /** A path for messages: relative to the module. */
    String show(Path source) {
        return folder.relativize(source).toString().replace('\\', '/');
    }

    static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }

    private List<Path> sources(String below) {
        Path root = folder.resolve(below);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root, e);
        }
    }
}
