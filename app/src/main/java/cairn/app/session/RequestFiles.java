package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.x509.ContentKind;
import cairn.ca.x509.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Tells files that are to become certificates from all others. */
public final class RequestFiles {
    private RequestFiles() {}

    /** Whether a file's name is one that requests have. */
    public static boolean isNamedAsRequest(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".csr") || name.endsWith(".req") || name.endsWith(".p10");
    }

    /** Whether a file holds a request, or is called one; a folder is one of requests. */
    public static boolean isRequest(Path file) {
        if (Files.isDirectory(file) || isNamedAsRequest(file)) {
            return true;
        }
        try {
            byte[] content = InputFile.read(file);
            try {
                Optional<ContentKind> kind = Pem.isPem(content)
                        ? Pem.firstLabel(content).flatMap(ContentKind::ofLabel)
                        : Optional.of(ContentKind.ofBytes(content));
                return kind.equals(Optional.of(ContentKind.CERTIFICATION_REQUEST));
            } finally {
                // It may be a private key, which nobody asked for.
                Arrays.fill(content, (byte) 0);
            }
        } catch (IOException | Problem e) {
            // Whoever looks at it says why it cannot be read.
            return false;
        }
    }
}
