package cairn.ca.x509;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the conformance data beside the checkout; tests that need it are skipped with a message where it is missing. */
public final class ConformanceData {
    private ConformanceData() {}

    /** The folder or file under the root of the data. */
    public static Path path(String relative) {
        String named = System.getProperty("cairn.testdata");
        Path root = named != null
                ? Path.of(named)
                : Path.of(System.getProperty("cairn.root", "..")).resolve("../shared/testdata");
        Path path = root.resolve(relative).normalize();
        assumeTrue(Files.exists(path), () -> "skipped: the conformance data " + path + " is missing");
        return path;
    }

    /** The bytes of a file. */
    public static byte[] bytes(String relative) {
        return bytes(path(relative));
    }

    /** The bytes of a file that was found by {@link #path}. */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table, cut at tabulators, without head line and remarks. */
    public static List<String[]> rows(String relative) {
        try {
            return Files.readAllLines(path(relative)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("file\t"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The decoded block with this label in a file. */
    public static byte[] block(String relative, String label) throws MalformedException {
        for (PemBlock block : Pem.read(bytes(relative))) {
            if (block.label().equals(label)) {
                return block.content();
            }
        }
        throw new IllegalArgumentException(relative + " has no block " + label);
    }
}
