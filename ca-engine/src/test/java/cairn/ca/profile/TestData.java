package cairn.ca.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Conformance data, which is no part of the checkout; tests are skipped where it is missing. */
final class TestData {
    private TestData() {}

    static Path folder() {
        String chosen = System.getProperty("cairn.testdata");
        String root = System.getProperty("cairn.root", "..");
        Path folder = chosen == null ? Path.of(root, "..", "shared", "testdata") : Path.of(chosen);
        Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: the conformance data is not at " + folder);
        return folder;
    }

    static byte[] bytes(String path) {
        try {
            return Files.readAllBytes(folder().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(String path) {
        try {
            return Files.readAllLines(folder().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
