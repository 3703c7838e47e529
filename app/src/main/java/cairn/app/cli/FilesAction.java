package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.x509.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that does the same to many files and ends with the gravest of their exit codes. */
abstract class FilesAction extends Action {
    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Files.")
    private List<Path> files = List.of();

    @Option(names = "--batch", description = "Read more names of files from standard input, one a line.")
    private boolean batch;

    FilesAction(CliEnvironment environment) {
        super(environment);
    }

    abstract ExitCode act(Path file) throws Exception;

    @Override
    final ExitCode act() throws Exception {
        if (files.isEmpty() && !batch) {
            throw new Problem("I-7", ExitCode.USAGE, "No file was named.", "", "Name files, or use --batch.");
        }
        ExitCode worst = ExitCode.DONE;
        for (Path file : files) {
            worst = worse(worst, one(file));
        }
        return batch ? worse(worst, fromStandardInput()) : worst;
    }

    private ExitCode fromStandardInput() throws IOException {
        ExitCode worst = ExitCode.DONE;
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            if (!name.isBlank()) {
                worst = worse(worst, one(Path.of(name)));
            }
        }
        return worst;
    }

    /** One unreadable file must not cost the thousands behind it. */
    @SuppressWarnings("CatchingUnchecked")
    private ExitCode one(Path file) {
        try {
            return act(file);
        } catch (Exception e) {
            Problem problem = Problems.of(e);
            if (json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("file", file.toString());
                json.put("kind", "unreadable");
                json.put("verdict", Verdict.REJECT.word());
                json.put("findings", List.of());
                json.put("error", problem.what());
                json.put("where", problem.where());
                json.put("code", problem.code());
                out().json(json);
            } else {
                environment().err().println(problem.text());
                environment().err().flush();
            }
            return problem.exit();
        }
    }

    private static ExitCode worse(ExitCode one, ExitCode other) {
        return one.code() >= other.code() ? one : other;
    }
}
