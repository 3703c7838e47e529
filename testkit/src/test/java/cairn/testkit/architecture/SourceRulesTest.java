package cairn.testkit.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules that read sources, on small modules made for the purpose. */
final class SourceRulesTest {
    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ModuleCode module() {
        return new ModuleCode(new ClassFileImporter().importClasses(), folder);
    }

    @Test
    void fourHundredLinesAreTheMost() throws IOException {
        write("src/main/java/a/Fits.java", "//\n".repeat(400));
        write("src/test/java/a/LongTest.java", "//\n".repeat(401));
        assertEquals(
                List.of("src/test/java/a/LongTest.java has 401 lines; at most 400"),
                new SourceSize().violations(module()));
    }

    @Test
    void testsAreAtLeastAsLongAsMainCode() throws IOException {
        write("src/main/java/a/Thing.java", "//\n".repeat(10));
        write("src/test/java/a/ThingTest.java", "//\n".repeat(9));
        assertEquals(1, new TestShare().violations(module()).size());
        write("src/test/java/a/OtherTest.java", "//\n");
        assertEquals(List.of(), new TestShare().violations(module()));
    }

    @Test
    void wordsOfUnfinishedWorkAreFound() throws IOException {
        write("src/main/java/a/Thing.java", "class Thing {\n    // TO" + "DO later\n}\n");
        write("src/test/java/a/ThingTest.java", "    @Dis" + "abled\n");
        assertEquals(
                List.of(
                        "src/main/java/a/Thing.java:2: // TO" + "DO later",
                        "src/test/java/a/ThingTest.java:1: @Dis" + "abled"),
                new SourceWords().violations(module()));
    }

    @Test
    void aPackageInfoWithoutWordsIsFound() throws IOException {
        write("src/main/java/a/package-info.java", "package a;\n");
        write("src/main/java/b/Thing.java", "package b;\n");
        write("src/main/java/c/package-info.java", "/** Described. */\npackage c;\n");
        assertEquals(
                List.of(
                        "src/main/java/a/package-info.java does not say what the package is for",
                        "src/main/java/b/package-info.java does not say what the package is for"),
                new NullMarkedPackages().violations(module()));
    }

    @Test
    void otherFilesAreNotSources() throws IOException {
        write("src/main/resources/long.txt", "x\n".repeat(1000));
        write("src/main/java/a/notes.txt", "x\n".repeat(1000));
        assertEquals(List.of(), new SourceSize().violations(module()));
    }
}
