package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.Session;
import cairn.app.session.WorkspaceCheck;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.Checkpoint;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.JournalVerification;
import cairn.ca.storage.DiskFiles;
import cairn.ca.storage.JournalAccess;
import cairn.ca.storage.NewWorkspace;
import cairn.ca.storage.RegisterRebuild;
import cairn.ca.storage.WorkspaceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn workspace}: making, looking at, verifying and mending the folder in which everything lies. */
@Command(
        name = "workspace",
        description = "Make, look at, verify and mend a workspace.",
        subcommands = {
            WorkspaceCommands.Init.class,
            WorkspaceInfoCommand.class,
            WorkspaceCommands.Verify.class,
            WorkspaceCommands.Rebuild.class,
            WorkspaceCommands.Settle.class
        })
final class WorkspaceCommands extends Group {
    /** Makes a workspace. */
    @Command(name = "init", description = "Make a workspace in a new or empty folder.")
    static final class Init extends Action {
        @Option(
                names = "--station",
                paramLabel = "N",
                defaultValue = "1",
                description = "1 to 32767; different for stations that share keys.")
        private int station;

        @Option(
                names = "--purpose",
                paramLabel = "WORDS",
                defaultValue = "evaluation",
                description = "Why it exists; kept in its journal.")
        private String purpose = "";

        Init(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            NewWorkspace wanted;
            try {
                wanted = new NewWorkspace(station, purpose);
            } catch (IllegalArgumentException e) {
                throw Problem.badInput("W-6", String.valueOf(e.getMessage()) + ".", "--station, --purpose", "");
            }
            try (Session session = environment().sessions().create(workspace(), wanted)) {
                if (json()) {
                    out().json(Map.of(
                            "workspace",
                            session.register().identity().id(),
                            "folder",
                            workspace().toString()));
                } else {
                    out().line(
                                    "Made workspace %s in %s",
                                    session.register().identity().id(), workspace());
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Verifies the journal. */
    @Command(
            name = "verify",
            description =
                    "Verify the journal, and that the register and the signed lists agree with it. Of a locked workspace the"
                            + " journal is verified.")
    static final class Verify extends Action {
        @Option(names = "--checkpoint", paramLabel = "TEXT", description = "A checkpoint that was kept elsewhere.")
        private @Nullable String checkpoint;

        Verify(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            JournalVerification found =
                    JournalAccess.of(workspace(), new DiskFiles()).verify(outside(checkpoint));
            AuditCommands.report(this, found);
            if (!found.intact()) {
                return ExitCode.REFUSED;
            }
            List<String> differences;
            try (Session session = opened();
                    ProgressLine progress = new ProgressLine(environment(), "comparing the register: entry")) {
                differences = session.register().differences(progress);
                new WorkspaceCheck(session).record(found, differences).ifPresent(this::notRecorded);
            }
            if (!differences.isEmpty()) {
                throw new Problem(
                        "S-9",
                        ExitCode.STORAGE,
                        "The register or a signed list is not what the journal tells.",
                        String.join("\n", differences),
                        "For the register: 'cairn workspace rebuild'. A list is brought back from a copy; the next one that is"
                                + " signed takes its place. Find out who or what changed them.");
            }
            return ExitCode.DONE;
        }

        private void notRecorded(JournalException why) {
            environment().err().println("note: the verification was not recorded: " + why.getMessage());
            environment().err().flush();
        }

        /** The journal was read without opening the workspace; that it is intact must not be taken for the whole answer. */
        private Session opened() throws Exception {
            try {
                return open();
            } catch (WorkspaceException e) {
                Problem problem = Problems.of(e);
                throw new Problem(
                        problem.code(),
                        problem.exit(),
                        "The journal was checked and is intact; the register was NOT compared with it, since the workspace"
                                + " could not be opened: " + problem.what(),
                        problem.where(),
                        (problem.whatToDo() + " Then run this again.").strip(),
                        e);
            }
        }
    }

    static Optional<Checkpoint> outside(@Nullable String text) throws Problem {
        if (text == null) {
            return Optional.empty();
        }
        Optional<Checkpoint> parsed = Checkpoint.parse(text);
        if (parsed.isEmpty()) {
            throw Problem.badInput("W-7", "This is not a checkpoint.", text, "Copy the whole line that was kept.");
        }
        return parsed;
    }

    /** Builds the register anew. */
    @Command(name = "rebuild", description = "Build the register anew from the journal; the old one is kept aside.")
    static final class Rebuild extends Action {
        Rebuild(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            RegisterRebuild.Result result;
            try (ProgressLine progress = new ProgressLine(environment(), "rebuilding the register: entry")) {
                result = environment().sessions().rebuild(workspace(), progress);
            }
            if (json()) {
                out().json(Map.of(
                        "entries", result.entries(),
                        "keptAside", result.keptAside().map(Object::toString).orElse("")));
            } else {
                out().line("The register was rebuilt from %d entries of the journal.", result.entries());
                result.keptAside().ifPresent(path -> out().line("The old one is kept as %s", path));
            }
            return ExitCode.DONE;
        }
    }

    /** Ends open intents. */
    @Command(name = "settle", description = "End interrupted signings whose outcome nobody can know.")
    static final class Settle extends Action {
        @Parameters(
                arity = "1..*",
                paramLabel = "INTENT",
                description = "As 'cairn workspace info' names them; @FILE for a list, one a line.")
        private List<String> intents = List.of();

        @Option(
                names = "--not-signed",
                description =
                        "The token certainly did not sign. Default: it may have signed; the serial stays used up.")
        private boolean notSigned;

        @Option(names = "--why", paramLabel = "WORDS", required = true, description = "In words, for the journal.")
        private String why = "";

        Settle(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            List<IntentId> ids = new ArrayList<>();
            for (String intent : intents) {
                ids.add(id(intent));
            }
            try (Session session = open()) {
                for (IntentId id : ids) {
                    session.services()
                            .settlement()
                            .close(id, notSigned ? AuditEvent.Signed.NO : AuditEvent.Signed.MAYBE, why);
                    if (json()) {
                        out().json(Map.of("settled", id.toString()));
                    } else {
                        out().line("Settled %s", id);
                    }
                }
            }
            return ExitCode.DONE;
        }

        private static IntentId id(String text) throws Problem {
            try {
                return new IntentId(UUID.fromString(text));
            } catch (IllegalArgumentException e) {
                throw Problem.badInput(
                        "W-8", "This is not the name of an intent.", text, "'cairn workspace info' lists them.");
            }
        }
    }
}
