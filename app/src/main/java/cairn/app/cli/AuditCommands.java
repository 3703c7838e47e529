package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.EventWords;
import cairn.app.session.JournalAdvice;
import cairn.app.session.TokenDirectory;
import cairn.app.session.TokenNames;
import cairn.ca.audit.JournalEntry;
import cairn.ca.audit.JournalVerification;
import cairn.ca.storage.DiskFiles;
import cairn.ca.storage.JournalAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn audit}: reading, verifying and exporting the journal. */
@Command(
        name = "audit",
        description = "Read, verify and export the journal.",
        subcommands = {AuditCommands.Show.class, AuditCommands.Verify.class, AuditExportCommand.class})
final class AuditCommands extends Group {
    /** Prints what was found. */
    static void report(Action action, JournalVerification found) {
        if (action.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("intact", found.intact());
            json.put("entries", found.entries());
            json.put("checkpoint", found.checkpoint().text());
            found.defect().ifPresent(defect -> {
                json.put("kind", defect.kind().name());
                json.put("sequence", defect.sequence());
                json.put("words", defect.words());
                json.put("whatToDo", JournalAdvice.of(defect));
            });
            action.out().json(json);
            return;
        }
        found.defect()
                .ifPresentOrElse(
                        defect -> {
                            action.out().line("NOT INTACT at entry %d: %s", defect.sequence(), defect.words());
                            action.out().line("What to do: %s", JournalAdvice.of(defect));
                        },
                        () -> action.out().line("Intact: %d entries.", found.entries()));
        action.out().line("Checkpoint: %s", found.checkpoint().text());
    }

    /** Lists entries. */
    @Command(name = "show", description = "List what happened, oldest first.")
    static final class Show extends Action {
        @Option(
                names = "--after",
                paramLabel = "N",
                defaultValue = "0",
                description = "Only entries behind this number.")
        private long after;

        @Parameters(
                arity = "0..*",
                paramLabel = "WORDS",
                description = "Only entries in whose words, operator or type these occur together, in any case.")
        private List<String> words = List.of();

        Show(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            TokenNames names = TokenNames.of(new TokenDirectory(workspace()));
            JournalAccess.of(workspace(), new DiskFiles())
                    .<RuntimeException>readSound(entries -> entries.forEach(entry -> print(entry, names)));
            return ExitCode.DONE;
        }

        private boolean isWanted(JournalEntry entry, String type, String said) {
            String wanted = String.join(" ", words).toLowerCase(Locale.ROOT);
            return entry.sequence() > after
                    && (type + "\n" + entry.actor() + "\n" + said)
                            .toLowerCase(Locale.ROOT)
                            .contains(wanted);
        }

        private void print(JournalEntry entry, TokenNames names) {
            String type = entry.event().getClass().getSimpleName();
            String said = EventWords.of(entry.event(), names);
            if (!isWanted(entry, type, said)) {
                return;
            }
            if (json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("sequence", entry.sequence());
                json.put("time", entry.time().toString());
                json.put("actor", entry.actor());
                json.put("type", type);
                json.put("words", said);
                json.put("event", Json.of(entry.event()));
                json.put("chain", entry.chain().hex());
                out().json(json);
            } else {
                out().line("%6d  %s  %-12s  %s", entry.sequence(), entry.time(), entry.actor(), said);
            }
        }
    }

    /** Verifies the chain. */
    @Command(
            name = "verify",
            description = "Verify every entry and the chain; print the checkpoint to be kept elsewhere.")
    static final class Verify extends Action {
        @Option(names = "--checkpoint", paramLabel = "TEXT", description = "A checkpoint that was kept elsewhere.")
        private @Nullable String checkpoint;

        Verify(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            JournalVerification found =
                    JournalAccess.of(workspace(), new DiskFiles()).verify(WorkspaceCommands.outside(checkpoint));
            report(this, found);
            return found.intact() ? ExitCode.DONE : ExitCode.REFUSED;
        }
    }
}
