package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.CertificateFile;
import cairn.app.session.NamedCertificates;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.x509.SerialNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands have in common: where the workspace is, words or JSON, and how they end. */
abstract class Action implements Callable<Integer> {
    private final CliEnvironment environment;

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            defaultValue = "${env:CAIRN_WORKSPACE}",
            description = "The workspace. Default: $$CAIRN_WORKSPACE, else the current folder.")
    private @Nullable Path workspace;

    @Option(names = "--json", description = "Print one JSON value a line, for machines.")
    private boolean json;

    Action(CliEnvironment environment) {
        this.environment = environment;
    }

    /** Does the work and says how it ended. */
    abstract ExitCode act() throws Exception;

    @Override
    public final Integer call() throws Exception {
        return act().code();
    }

    /** What the program was put together with. */
    CliEnvironment environment() {
        return environment;
    }

    /** Where the command says what it did. */
    Output out() {
        return new Output(environment.out());
    }

    /** Whether a machine reads. */
    boolean json() {
        return json;
    }

    /** The workspace's folder. */
    Path workspace() {
        return workspace == null || workspace.toString().isEmpty()
                ? Path.of("").toAbsolutePath()
                : workspace.toAbsolutePath();
    }

    /** Whether the caller named a workspace. */
    boolean workspaceGiven() {
        return workspace != null && !workspace.toString().isEmpty();
    }

    /** Opens the workspace and tells a person what was found half done. */
    Session open() throws Exception {
        Session session;
        try (ProgressLine progress = new ProgressLine(environment, "bringing the register up to date: entry")) {
            session = environment.sessions().open(workspace(), progress);
        }
        for (String words : session.register().report().words()) {
            environment.err().println("note: " + words);
        }
        environment.err().flush();
        return session;
    }

    /** A serial number from the command line. */
    static SerialNumber serial(String text) throws Problem {
        return NamedCertificates.serial(text);
    }

    /** The serial number that is meant by a certificate's file or by its digits. */
    static SerialNumber serialOrFile(String text) throws Exception {
        Path file = Path.of(text);
        if (!Files.isRegularFile(file)) {
            return serial(text);
        }
        return CertificateFile.only(file).serialNumber();
    }

    /** Whether somebody wants the command to end; says once what that means. */
    boolean cancelled(String done) {
        if (!environment.interruption().isWanted()) {
            return false;
        }
        environment.err().println("cairn: stopped. " + done + "; what is done stays.");
        environment.err().flush();
        return true;
    }

    /** An authority's name from the command line. */
    static AuthorityName authorityName(String text) throws Problem {
        try {
            return new AuthorityName(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badInput("A-2", String.valueOf(e.getMessage()) + ".", text, "");
        }
    }
}
