package cairn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFormatTest {
    @Test
    void everySourceOfEveryModuleIsInFormat() throws IOException {
        List<String> found = new ArrayList<>();
        Path root = Checkout.root();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path module : folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                    .sorted()
                    .toList()) {
                SourceFormat.unformatted(module)
                        .forEach(file -> found.add(root.relativize(file).toString()));
            }
        }
        assertEquals(List.of(), found, "run ./cairn format");
    }

    @Test
    void aCrookedSourceIsFoundAndMended(@TempDir Path folder) throws IOException {
        Path source = folder.resolve("src/main/java/A.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "import java.util.List;\nclass A{ int  a ; }\n");
        assertEquals(List.of(source), SourceFormat.unformatted(folder));
        SourceFormat.main(new String[] {folder.toString()});
        assertEquals("class A {\n    int a;\n}\n", Files.readString(source));
        assertEquals(List.of(), SourceFormat.unformatted(folder));
    }
}
