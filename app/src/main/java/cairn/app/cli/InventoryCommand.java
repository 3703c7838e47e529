package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.FileTarget;
import cairn.app.session.InventoryCsv;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Page;
import cairn.ca.inventory.Selection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn inventory}: what was issued. */
@Command(name = "inventory", description = "Search what was issued.")
final class InventoryCommand extends Action {
    @Parameters(
            arity = "0..*",
            paramLabel = "WORDS",
            description = "Occur together in subject, names, owner or tags; or a serial number or key digest.")
    private List<String> words = List.of();

    @Option(names = "--issuer", paramLabel = "NAME", description = "Only this authority's.")
    private @Nullable String issuer;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "Only these: ${COMPLETION-CANDIDATES}. That one expired is no status.")
    private @Nullable CertificateStatus status;

    @Option(names = "--expiring", paramLabel = "DAYS", description = "Only valid ones that expire within so many days.")
    private @Nullable Integer expiring;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private long limit;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write all of them to this file as a table of values (RFC 4180) instead; never overwritten"
                    + " without --replace. What a spreadsheet would take for a formula has an apostrophe before it.")
    private @Nullable Path csv;

    @Option(names = "--replace", description = "Replace the file of --csv if it exists.")
    private boolean replace;

    InventoryCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        requireSense();
        try (Session session = open()) {
            Selection selection = selection(session);
            Inventory.Order order = expiring == null ? Inventory.Order.NEWEST_FIRST : Inventory.Order.EXPIRY;
            if (csv != null) {
                return write(session, csv, selection, order);
            }
            Optional<Page.Key> after = Optional.empty();
            long left = limit;
            boolean none = true;
            do {
                Page page = session.register().inventory().page(selection, order, after, Math.clamp(left, 1, 500));
                page.rows().forEach(this::print);
                none &= page.rows().isEmpty();
                left -= page.rows().size();
                after = page.next();
            } while (after.isPresent() && left > 0);
            if (after.isPresent()) {
                note("There are more than these " + limit + ": --limit shows more of them.");
            } else if (none && !json()) {
                note("No certificate is like that.");
            }
        }
        return ExitCode.DONE;
    }

    private ExitCode write(Session session, Path file, Selection selection, Inventory.Order order) throws Exception {
        FileTarget target = new FileTarget(file, replace);
        Optional<InventoryCsv.Written> written;
        try (ProgressLine progress = new ProgressLine(environment(), "writing certificate")) {
            written = new InventoryCsv(session, environment().clock().instant())
                    .write(target, selection, order, 0, progress);
        }
        if (written.isEmpty()) {
            cancelled("Nothing was written");
            return ExitCode.DONE;
        }
        if (json()) {
            out().json(Map.of(
                    "file", file.toString(),
                    "sha256", written.get().digest().hex(),
                    "certificates", written.get().rows()));
        } else {
            out().line("Wrote %s with %d certificates", file, written.get().rows());
        }
        return ExitCode.DONE;
    }

    private void note(String text) {
        environment().err().println("note: " + text);
        environment().err().flush();
    }

    private void requireSense() throws Problem {
        if (limit < 1) {
            throw usage("At least one certificate can be wanted.", "--limit " + limit);
        }
        if (csv == null && replace) {
            throw usage("Only the file of --csv is replaced.", "--replace");
        }
        if (expiring != null && expiring < 1) {
            throw usage("Certificates expire within one day at least.", "--expiring " + expiring);
        }
        if (expiring != null && status != null && status != CertificateStatus.VALID) {
            throw usage("Only valid certificates are looked at for when they expire.", "--expiring with --status");
        }
    }

    private static Problem usage(String what, String where) {
        return new Problem("I-12", ExitCode.USAGE, what, where, "'cairn inventory --help' explains it.");
    }

    private Selection selection(Session session) throws Exception {
        Selection base = words.isEmpty() ? Selection.all() : Selection.containing(String.join(" ", words));
        if (status != null) {
            base = base.of(status);
        }
        if (expiring != null) {
            Instant now = environment().clock().instant();
            Selection dates = Selection.expiring(now, now.plus(Duration.ofDays(expiring)));
            base = new Selection(
                    base.text(), base.issuer(), dates.status(), dates.expiresFrom(), dates.expiresBefore());
        }
        if (issuer != null) {
            AuthorityName name = authorityName(issuer);
            base = base.of(session.authority(name).name());
        }
        return base;
    }

    private void print(CertificateSummary row) {
        if (json()) {
            out().json(Json.of(row));
        } else {
            out().line(
                            "%s  %-8s until %s  %-12s %s%s",
                            row.serialNumber().hex(),
                            row.status(),
                            row.validity().notAfter(),
                            row.issuer(),
                            row.subject(),
                            answers(row));
        }
    }

    private static String answers(CertificateSummary row) {
        String owner = row.owner().isEmpty() ? "" : "  owner " + row.owner();
        return row.tags().isEmpty() ? owner : owner + "  tags " + String.join(", ", row.tags());
    }
}
