package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Page;
import cairn.ca.inventory.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn inventory}: what was issued. */
@Command(name = "inventory", description = "Search what was issued.")
final class InventoryCommand extends Action {
    @Parameters(
            arity = "0..1",
            paramLabel = "TEXT",
            description = "Occurs in subject, names, owner or tags; or a serial number or key digest.")
    private @Nullable String text;

    @Option(names = "--issuer", paramLabel = "NAME", description = "Only this authority's.")
    private @Nullable String issuer;

    @Option(names = "--expiring", paramLabel = "DAYS", description = "Only valid ones that expire within so many days.")
    private @Nullable Integer expiring;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "At most so many. Default: ${DEFAULT-VALUE}.")
    private long limit;

    InventoryCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        try (Session session = open()) {
            Selection selection = selection();
            Inventory.Order order = expiring == null ? Inventory.Order.NEWEST_FIRST : Inventory.Order.EXPIRY;
            Optional<Page.Key> after = Optional.empty();
            long left = limit;
            do {
                Page page = session.register().inventory().page(selection, order, after, Math.clamp(left, 1, 500));
                page.rows().forEach(this::print);
                left -= page.rows().size();
                after = page.next();
            } while (after.isPresent() && left > 0);
        }
        return ExitCode.DONE;
    }

    private Selection selection() throws Exception {
        Selection base = text == null ? Selection.all() : Selection.containing(text);
        if (expiring != null) {
            Instant now = environment().clock().instant();
            Selection dates = Selection.expiring(now, now.plus(Duration.ofDays(expiring)));
            base = new Selection(
                    base.text(), base.issuer(), dates.status(), dates.expiresFrom(), dates.expiresBefore());
        }
        if (issuer != null) {
            AuthorityName name = authorityName(issuer);
            base = base.of(name);
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
