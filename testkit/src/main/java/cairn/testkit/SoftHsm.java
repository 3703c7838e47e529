package cairn.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** SoftHSM with a token folder and configuration of the test's own. Nothing of the user's SoftHSM is touched. */
public final class SoftHsm {
    /** The user's PIN of every token that is made here. */
    public static final String PIN = "648219";

    /** The security officer's PIN. */
    public static final String SO_PIN = "91735528";

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/softhsm/libsofthsm2.so"),
            Path.of("/usr/local/lib/softhsm/libsofthsm2.so"),
            Path.of("/opt/homebrew/lib/softhsm/libsofthsm2.so"));

    private final Path library;
    private final Path configuration;
    private final Path tokens;
    private final ExternalTool util;

    private SoftHsm(Path library, Path configuration, Path tokens, ExternalTool util) {
        this.library = library;
        this.configuration = configuration;
        this.tokens = tokens;
        this.util = util;
    }

    /** SoftHSM without tokens, all its files below {@code folder}; the test is skipped where it is not installed. */
    public static SoftHsm in(Path folder) {
        Optional<Path> library = LIBRARIES.stream().filter(Files::isRegularFile).findFirst();
        Assumptions.assumeTrue(
                library.isPresent(), "Skipped: the SoftHSM library is not installed (apt-get install softhsm2).");
        ExternalTool util = ExternalTool.require("softhsm2-util", "softhsm2");
        try {
            Path tokens = Files.createDirectories(folder.resolve("softhsm-tokens"));
            Path configuration = Files.writeString(
                    folder.resolve("softhsm2.conf"),
                    "directories.tokendir = " + tokens.toAbsolutePath()
                            + "\nobjectstore.backend = file\nlog.level = ERROR\nslots.removable = false\n");
            return new SoftHsm(
                    library.orElseThrow(),
                    configuration,
                    tokens,
                    util.with("SOFTHSM2_CONF", configuration.toAbsolutePath().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare SoftHSM in " + folder, e);
        }
    }

    /** SoftHSM with one initialised token. */
    public static SoftHsm withToken(Path folder, String label) {
        SoftHsm hsm = in(folder);
        hsm.initToken(label);
        return hsm;
    }

    /** Initialises one more token, with {@link #PIN} and {@link #SO_PIN}. */
    public void initToken(String label) {
        util.expectSuccess("--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", SO_PIN);
    }

    /** The library to load. */
    public Path library() {
        return library;
    }

    /** The configuration file: the value of the environment variable {@code SOFTHSM2_CONF}. */
    public Path configuration() {
        return configuration;
    }

    /** Where the tokens are kept. */
    public Path tokenFolder() {
        return tokens;
    }

    /**
     * Sets {@code SOFTHSM2_CONF} for libraries in this process; they read it at C_Initialize. It is the environment of
     * the C library that changes; Java's {@link System#getenv()} and child processes of Java do not see it.
     */
    public void useInThisProcess() {
        NativeEnvironment.set("SOFTHSM2_CONF", configuration.toAbsolutePath().toString());
    }
}
