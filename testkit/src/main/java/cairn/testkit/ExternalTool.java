package cairn.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program of the system that tests check Cairn against. Its arguments never pass through a shell. */
public final class ExternalTool {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

    private final Path program;
    private final Map<String, String> environment;
    private final Duration timeout;

    private ExternalTool(Path program, Map<String, String> environment, Duration timeout) {
        this.program = program;
        this.environment = Map.copyOf(environment);
        this.timeout = timeout;
    }

    /** What a program answered. */
    public static final class Result {
        private final int status;
        private final byte[] output;
        private final String errors;

        private Result(int status, byte[] output, String errors) {
            this.status = status;
            this.output = output;
            this.errors = errors;
        }

        /** The exit status. */
        public int status() {
            return status;
        }

        /** Standard output. */
        public byte[] output() {
            return output.clone();
        }

        /** Standard error as text. */
        public String errors() {
            return errors;
        }

        /** Standard output as UTF-8 text. */
        public String text() {
            return new String(output, StandardCharsets.UTF_8);
        }

        /** Standard output and standard error, for messages. */
        public String all() {
            return text() + errors;
        }
    }

    /**
     * A program by its name; the test is skipped where it is not installed.
     *
     * @param debianPackage the package that brings it, named in the reason for skipping
     */
    public static ExternalTool require(String program, String debianPackage) {
        Optional<Path> found = find(program);
        Assumptions.assumeTrue(
                found.isPresent(),
                () -> "Skipped: " + program + " is not installed (apt-get install " + debianPackage + ").");
        return new ExternalTool(found.orElseThrow(), Map.of(), DEFAULT_TIMEOUT);
    }

    /** A program in a place that is known, such as one of the JDK that the tests run on. */
    public static ExternalTool at(Path program) {
        return new ExternalTool(program, Map.of(), DEFAULT_TIMEOUT);
    }

    /** A program on the path, or in one of the folders for administrators, which are often not on it. */
    public static Optional<Path> find(String program) {
        List<String> folders =
                new ArrayList<>(List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)));
        folders.addAll(List.of("/usr/bin", "/usr/sbin", "/sbin", "/usr/local/bin"));
        return folders.stream()
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The same program with one more variable in its environment. */
    public ExternalTool with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new ExternalTool(program, more, timeout);
    }

    /** The same program with another patience; it is killed when that ends. */
    public ExternalTool within(Duration patience) {
        return new ExternalTool(program, environment, patience);
    }

    /** Runs it with empty input, whatever its exit status. */
    public Result run(String... arguments) {
        return runWith(new byte[0], arguments);
    }

    /** Runs it and insists on exit status 0. */
    public Result expectSuccess(String... arguments) {
        Result result = run(arguments);
        if (result.status() != 0) {
            throw new AssertionError(
                    describe(arguments) + " ended with status " + result.status() + ":\n" + result.all());
        }
        return result;
    }

    /** Runs it with {@code input} on standard input. Input and output go through files, so no pipe can fill up. */
    public Result runWith(byte[] input, String... arguments) {
        try {
            Path folder = Files.createTempDirectory("cairn-tool");
            try {
                return run(folder, input, arguments);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(describe(arguments), e);
        }
    }

    private Result run(Path folder, byte[] input, String... arguments) throws IOException {
        Path in = Files.write(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        describe(arguments) + " did not end within " + timeout + ":\n" + Files.readString(err));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + program, e);
        } finally {
            process.destroyForcibly();
        }
        String errors = new String(Files.readAllBytes(err), StandardCharsets.UTF_8);
        return new Result(process.exitValue(), Files.readAllBytes(out), errors);
    }

    private String describe(String... arguments) {
        return program + " " + String.join(" ", arguments);
    }
}
