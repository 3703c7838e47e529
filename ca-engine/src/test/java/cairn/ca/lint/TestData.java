package cairn.ca.lint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Assumptions;

/** Finds the shared conformance data, which is not part of the checkout. */
final class TestData {
    private TestData() {}

    /** The folder {@code lint} of the data; the test is skipped where there is none. */
    static Path folder() {
        String named = System.getProperty("cairn.testdata");
        Path data = named != null
                ? Path.of(named)
                : Path.of(System.getProperty("cairn.root", ".")).resolve("../shared/testdata");
        Path alternative = Path.of(System.getProperty("cairn.root", ".")).resolve("../../shared/testdata");
        Path lint =
                (Files.isDirectory(data) ? data : alternative).resolve("lint").normalize();
        Assumptions.assumeTrue(
                Files.isDirectory(lint), "skipped: no conformance data at " + lint + "; set -Dcairn.testdata");
        return lint;
    }

    /** The DER bytes of a PEM file, whatever is written around it. */
    static byte[] pem(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf("-----BEGIN ");
        int from = text.indexOf("-----", begin + 11) + 5;
        int to = text.indexOf("-----END ", from);
        return Base64.getMimeDecoder().decode(text.substring(from, to));
    }
}
