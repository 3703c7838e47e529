package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.x509.Finding;
import cairn.ca.x509.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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

    /** Reads what the options name, before the first file: a mistake there is no file's. */
    void prepare() throws Exception {}

    @Override
    final ExitCode act() throws Exception {
        if (files.isEmpty() && !batch) {
            throw new Problem("I-7", ExitCode.USAGE, "No file was named.", "", "Name files, or use --batch.");
        }
        prepare();
        ExitCode worst = ExitCode.DONE;
        for (Path file : files) {
            worst = worst.graver(one(file));
        }
        return batch ? worst.graver(fromStandardInput()) : worst;
    }

    private ExitCode fromStandardInput() throws IOException {
        ExitCode worst = ExitCode.DONE;
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            if (!name.isBlank()) {
                worst = worst.graver(one(name));
            }
        }
        return worst;
    }

    private ExitCode one(String name) {
        try {
            return one(Path.of(name));
        } catch (InvalidPathException e) {
            return refused(
                    name,
                    Problem.badInput(
                            "I-9",
                            "No file can have this name: " + e.getReason() + ".",
                            name,
                            "Give one name a line, in the encoding of your locale."));
        }
    }

    /** One unreadable file must not cost the thousands behind it. */
    @SuppressWarnings("CatchingUnchecked")
    private ExitCode one(Path file) {
        try {
            return act(file);
        } catch (Exception e) {
            return refused(file.toString(), Problems.of(e));
        }
    }

    private ExitCode refused(String file, Problem problem) {
        if (json()) {
            Map<String, Object> json = json(file, "unreadable", Verdict.REJECT, List.of(), "code");
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

    /** What a script is told of every file; {@code code} is what the command calls the code of a finding. */
    static Map<String, Object> json(String file, String kind, Verdict verdict, List<Finding> findings, String code) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("kind", kind);
        json.put("verdict", verdict.word());
        json.put("findings", findings.stream().map(each -> json(each, code)).toList());
        return json;
    }

    /** One finding, as a script is told of it. */
    static Map<String, Object> json(Finding finding, String code) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(code, finding.code());
        json.put("clause", finding.clause());
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("where", finding.where());
        json.put("words", finding.words());
        return json;
    }

    static ExitCode exit(Verdict verdict) {
        return verdict == Verdict.REJECT ? ExitCode.REFUSED : ExitCode.DONE;
    }
}
