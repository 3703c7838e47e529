package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.JournalExport;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.ca.audit.AuthorityName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cairn audit export}: entries for another computer, with their chain values, signed. */
@Command(
        name = "export",
        description = {
            "Write entries with their chain values and a checkpoint to a file; with --sign-with, sign it.",
            "The signature is FILE.p7s (CMS, detached): openssl cms -verify -binary -inform DER -in FILE.p7s"
                    + " -content FILE -CAfile root.pem -purpose any -out /dev/null"
        })
final class AuditExportCommand extends Action {
    @Mixin
    private Destination destination = new Destination();

    @Option(names = "--from", paramLabel = "N", defaultValue = "1", description = "The first entry. Default: 1.")
    private long first;

    @Option(names = "--to", paramLabel = "N", description = "The last entry. Default: the last that there is.")
    private @Nullable Long last;

    @Option(names = "--sign-with", paramLabel = "AUTHORITY", description = "Sign the file with this authority's key.")
    private @Nullable String signer;

    @Mixin
    private PinOptions pins = new PinOptions();

    AuditExportCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        destination.require();
        Optional<AuthorityName> by = signer == null ? Optional.empty() : Optional.of(authorityName(signer));
        JournalExport.Order order = new JournalExport.Order(
                destination.file(), destination.replaces(), first, last == null ? Long.MAX_VALUE : last, by);
        try (Session session = open();
                ProgressLine progress = new ProgressLine(environment(), "writing the journal: entry")) {
            Optional<JournalExport.Result> done = new JournalExport(
                            session, environment().clock())
                    .run(order, pins.source(TokenNames.of(session.directory())), progress);
            if (done.isEmpty()) {
                environment().err().println("cairn: stopped. No file was written.");
                environment().err().flush();
                return ExitCode.REFUSED;
            }
            tell(done.get());
        }
        return ExitCode.DONE;
    }

    private void tell(JournalExport.Result done) {
        if (json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", done.file().toString());
            json.put("signature", done.signature().map(Object::toString).orElse(""));
            json.put("first", done.first());
            json.put("last", done.checkpoint().sequence());
            json.put("checkpoint", done.checkpoint().text());
            json.put("sha256", done.content().hex());
            out().json(json);
        } else {
            out().line(
                            "Wrote %s: entries %d to %d",
                            done.file(), done.first(), done.checkpoint().sequence());
            done.signature().ifPresent(file -> out().line("Signed: %s", file));
            out().line("Checkpoint: %s", done.checkpoint().text());
        }
    }
}
