package cairn.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that the tests run in. */
public final class Checkout {
    private Checkout() {}

    /**
     * Its root: the folder that the system property {@code cairn.root} names, else the nearest one upwards from the
     * working directory that holds {@code .mvn}.
     */
    public static Path root() {
        String named = System.getProperty("cairn.root");
        if (named != null) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no checkout of Cairn at or above " + here + "; set -Dcairn.root");
    }

    /** The folder that the build under test writes to, such as {@code ca-engine/target}. */
    public static Path build(String name) {
        return module(name).resolve(System.getProperty("cairn.build", "target"));
    }

    /** The folder of a Maven module, such as {@code ca-engine}. */
    public static Path module(String name) {
        Path folder = root().resolve(name);
        if (!Files.isRegularFile(folder.resolve("pom.xml"))) {
            throw new IllegalArgumentException("no module of Cairn: " + folder);
        }
        return folder;
    }
}
