package cairn.app.boot;

import java.nio.file.Files;
import java.nio.file.Path;

/** Requests for tests of other rooms. */
public final class MadeRequests {
    private MadeRequests() {}

    /** A sound request for a fresh P-256 key, in DER, under this common name in {@code folder}. */
    public static Path in(Path folder, String commonName) throws Exception {
        try (CommandLineFixture maker = new CommandLineFixture(folder)) {
            return maker.request(commonName);
        }
    }

    /** The same, with a signature that is not the key's. */
    public static Path brokenIn(Path folder, String commonName) throws Exception {
        Path made = in(folder, commonName);
        byte[] content = Files.readAllBytes(made);
        content[content.length - 3] ^= 1;
        return Files.write(made, content);
    }
}
