package cairn.app.session;

import cairn.app.problem.Problem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the certificates of a run go: each under its request's name, beside it or in one folder, and each alone. */
public final class CertificatePlaces {
    private final @Nullable Path folder;
    private final Map<Path, Path> taken = new HashMap<>();

    private CertificatePlaces(@Nullable Path folder) {
        this.folder = folder;
    }

    /** All in one folder, or each beside its request if there is none. */
    public static CertificatePlaces in(@Nullable Path folder) {
        return new CertificatePlaces(folder);
    }

    /** The file for the certificate of this request. */
    public Path of(Path request) {
        String name = request.getFileName()
                .toString()
                .replaceFirst("\\.(csr|req|p10|pem|der)$", "")
                .replaceFirst("\\.csr$", "");
        Path parent = folder != null ? folder : request.toAbsolutePath().getParent();
        return parent == null ? Path.of(name + ".pem") : parent.resolve(name + ".pem");
    }

    /** Refuses a request whose certificate would have nowhere to go, before it is read. */
    void requireFree(Path request) throws Problem {
        Path target = of(request);
        if (target.toAbsolutePath().normalize().equals(request.toAbsolutePath().normalize())) {
            throw refused("The certificate would have the very file of its request.", target.toString());
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(
                    "The certificate's file exists already, and nothing is overwritten silently.", target.toString());
        }
        requireWritable(target);
    }

    /** A certificate that cannot be written afterwards is better not signed; this sees what can be seen before. */
    private static void requireWritable(Path target) throws Problem {
        Path parent = target.toAbsolutePath().getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        if (parent != null && !(Files.isDirectory(parent) && Files.isWritable(parent))) {
            throw Problem.badInput(
                    "I-4",
                    "The certificate cannot be written there, so it is not issued: this is no folder, or may not be written to.",
                    parent.toString(),
                    "Mend its permissions, or choose another --out.");
        }
    }

    /** Keeps the place for this request; of two for one place the second is refused. */
    void take(Path request) throws Problem {
        Path first = taken.putIfAbsent(of(request).toAbsolutePath().normalize(), request);
        if (first != null) {
            throw refused(
                    "The certificate would have the same file as that of another request of this run.",
                    of(request) + "\n" + first);
        }
    }

    private static Problem refused(String what, String where) {
        return Problem.badInput(
                "I-3", what, where, "Choose another --out, move the old file away, or rename the request.");
    }
}
