package cairn.testkit;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The one format of the sources: finds what differs, and mends it when asked ({@code ./cairn format}). */
public final class SourceFormat {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build());

    private SourceFormat() {}

    /** Formats every source file below the folders given. */
    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            for (Path file : unformatted(Path.of(folder))) {
                Files.writeString(file, formatted(Files.readString(file), file));
                System.out.println("formatted " + file);
            }
        }
    }

    /** The source files below {@code root} that are not in format. */
    public static List<Path> unformatted(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(SourceFormat::isSource).sorted().toList()) {
                String text = Files.readString(file);
                if (!text.equals(formatted(text, file))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static boolean isSource(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("/src/") && !path.contains("/target/");
    }

    private static String formatted(String text, Path file) {
        try {
            String tidy = RemoveUnusedImports.removeUnusedImports(
                    ImportOrderer.reorderImports(text, JavaFormatterOptions.Style.PALANTIR));
            return FORMATTER.formatSource(tidy);
        } catch (FormatterException e) {
            throw new UncheckedIOException(new IOException(file + ": " + e.getMessage(), e));
        }
    }
}
