package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.csr.KeyBlocklist;
import cairn.ca.csr.KeyRules;
import cairn.ca.x509.MalformedException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lists of weak keys that lie in a workspace's folder {@code weak-keys}. Cairn brings none: all that the faulty OpenSSL
 * made (CVE-2008-0166) would be larger than Cairn, and other lists come later.
 */
public final class WeakKeyLists {
    private final Path folder;

    /** The lists of a workspace, which need not have any. */
    public WeakKeyLists(Path workspace) {
        this.folder = workspace.resolve("weak-keys");
    }

    /** The standard rules for keys with these lists. */
    public KeyRules rules() throws IOException, Problem {
        KeyBlocklist all = KeyBlocklist.empty();
        for (Path file : files()) {
            all = all.and(read(file));
        }
        return KeyRules.standard().withWeakKeys(all);
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static KeyBlocklist read(Path file) throws IOException, Problem {
        // Any byte is a character here, so that a file of something else is refused by its line, not by its encoding.
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            return KeyBlocklist.read(lines);
        } catch (MalformedException e) {
            throw Problem.badInput(
                    "K-1",
                    "This is no list of weak keys: " + e.getMessage() + ".",
                    file + ", " + e.where(),
                    "Put lists as Debian's openssl-blacklist has them into the folder, and nothing else.");
        }
    }
}
