package cairn.app.boot;

import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Writes what is known of a bug into a file that may be sent to somebody: types and places in the program. Messages are
 * left out, for they can hold names, paths and more of the workspace.
 */
final class CrashReports {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern(
                    "'cairn-report-'yyyyMMdd-HHmmss-SSS'.txt'")
            .withZone(ZoneOffset.UTC);

    private static final int MOST_CAUSES = 16;

    private final Path folder;
    private final InstantSource clock;

    /** Into {@code folder}, which need not exist. */
    CrashReports(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The problem to show, with the place of the report if it could be written. */
    Problem of(Throwable failure) {
        Problem problem = Problems.of(failure);
        return write(failure)
                .map(file -> new Problem(
                        problem.code(),
                        problem.exit(),
                        problem.what(),
                        file.toString(),
                        "The work in hand was not finished; what was recorded stays. Send this report to those who look after"
                                + " Cairn: it has no names and no secrets in it.",
                        failure))
                .orElse(problem);
    }

    private Optional<Path> write(Throwable failure) {
        Instant now = clock.instant();
        Path file = folder.resolve(NAME.format(now));
        try {
            Files.createDirectories(folder);
            new FilePublisher()
                    .publishForOwner(
                            file,
                            text(failure, now).getBytes(StandardCharsets.UTF_8),
                            FilePublisher.Existing.KEEP,
                            content -> {});
            return Optional.of(file);
        } catch (IOException | PublicationException e) {
            return Optional.empty();
        }
    }

    private static String text(Throwable failure, Instant now) {
        StringBuilder text = new StringBuilder("Cairn ")
                .append(Composition.VERSION)
                .append(", Java ")
                .append(Runtime.version())
                .append(", ")
                .append(System.getProperty("os.name"))
                .append(' ')
                .append(System.getProperty("os.arch"))
                .append(", ")
                .append(now)
                .append('\n');
        Throwable cause = failure;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
            text.append(i == 0 ? "" : "caused by ")
                    .append(cause.getClass().getName())
                    .append('\n');
            for (StackTraceElement frame : cause.getStackTrace()) {
                text.append("  at ").append(frame).append('\n');
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
