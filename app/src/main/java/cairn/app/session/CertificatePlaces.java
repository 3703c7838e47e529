package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.x509.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the certificates of a run go: each under its request's name, beside it or in one folder, and each alone. */
public final class CertificatePlaces {
    private static final String ELSEWHERE = "Choose another --out, or rename the request.";

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

    /**
     * Those files that may be requests of an interrupted run: not the certificates that it wrote beside its requests, nor
     * what it left of one that it was writing.
     */
    public List<Path> withoutCertificates(List<Path> files) {
        Set<Path> certificates = new HashSet<>();
        for (Path file : files) {
            if (!isOwn(file)) {
                certificates.add(normal(of(file)));
            }
        }
        return files.stream()
                .filter(file -> !isUnfinished(file) && !(certificates.contains(normal(file)) && holdsCertificate(file)))
                .toList();
    }

    /** Whether this is a file that was being written when the program was killed. */
    private static boolean isUnfinished(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(".part");
    }

    /** A request that cannot be read says so itself later. */
    private static boolean holdsCertificate(Path file) {
        try {
            return Pem.firstLabel(InputFile.read(file)).equals(Optional.of("CERTIFICATE"));
        } catch (IOException | Problem e) {
            return false;
        }
    }

    /** Refuses a request whose certificate would have nowhere to go, before it is read. */
    void requireUsable(Path request) throws Problem {
        if (isOwn(request)) {
            throw refused(
                    "The certificate would have the very file of its request.",
                    of(request).toString(),
                    ELSEWHERE);
        }
        requireWritable(of(request));
    }

    /** Refuses a request whose certificate would have a file that is there. */
    void requireAbsent(Path request) throws Problem {
        if (Files.exists(of(request), LinkOption.NOFOLLOW_LINKS)) {
            throw refused(
                    "The certificate's file exists already, and nothing is overwritten silently.",
                    of(request).toString(),
                    "If an earlier run was interrupted, run the same command with --resume. Else choose another --out,"
                            + " move the old file away, or rename the request.");
        }
    }

    private boolean isOwn(Path request) {
        return normal(of(request)).equals(normal(request));
    }

    private static Path normal(Path file) {
        return file.toAbsolutePath().normalize();
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
        Path first = taken.putIfAbsent(normal(of(request)), request);
        if (first != null) {
            throw refused(
                    "The certificate would have the same file as that of another request of this run.",
                    of(request) + "\n" + first,
                    ELSEWHERE);
        }
    }

    private static Problem refused(String what, String where, String whatToDo) {
        return Problem.badInput("I-3", what, where, whatToDo);
    }
}
