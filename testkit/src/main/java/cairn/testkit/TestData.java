package cairn.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * The conformance data, which are never part of the checkout: in the folder that the system property {@code
 * cairn.testdata} names, else in {@code ../shared/testdata} beside the checkout.
 */
public final class TestData {
    private TestData() {}

    /** Where the data are or should be. */
    public static Path root() {
        String named = System.getProperty("cairn.testdata");
        return named == null || named.isBlank()
                ? Checkout.root().resolve("../shared/testdata").normalize()
                : Path.of(named).toAbsolutePath().normalize();
    }

    /** A file or folder of the data, such as {@code lint/zlint.tsv}; the test is skipped where it is missing. */
    public static Path require(String name) {
        Path wanted = root().resolve(name);
        Assumptions.assumeTrue(
                Files.exists(wanted),
                () -> "Skipped: no conformance data at " + wanted
                        + ". Put them there or name their folder with -Dcairn.testdata=FOLDER.");
        return wanted;
    }
}
