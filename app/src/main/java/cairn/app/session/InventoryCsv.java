package cairn.app.session;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.LedgerException;
import cairn.ca.audit.Progress;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Page;
import cairn.ca.inventory.Selection;
import cairn.ca.publication.FilePublisher;
import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the certificates of a selection as a table of values (RFC 4180), page by page. A value that a spreadsheet would take
 * for a formula has an apostrophe before it.
 */
public final class InventoryCsv {
    private static final int ROWS = 1_000;
    private static final String FORMULAS = "=+-@\t\r\n";
    private static final List<String> HEAD = List.of(
            "issuer",
            "serialNumber",
            "subject",
            "names",
            "status",
            "reason",
            "revokedAt",
            "notBefore",
            "notAfter",
            "owner",
            "tags",
            "profile",
            "keySha256");

    private final Session session;
    private final Instant now;

    /** Of this workspace, with standings as of {@code now}. */
    public InventoryCsv(Session session, Instant now) {
        this.session = session;
        this.now = now;
    }

    /** What was written. */
    public record Written(long rows, Fingerprint digest) {}

    /**
     * Writes the file and records that; empty if {@code progress} ended it, and then nothing is left of it.
     *
     * @param total how many there are, if that is known, else 0
     */
    public Optional<Written> write(
            FileTarget target, Selection selection, Inventory.Order order, long total, Progress progress)
            throws Exception {
        target.require();
        long[] rows = new long[1];
        Optional<Fingerprint> digest = new FilePublisher()
                .<LedgerException>publish(
                        target.file(),
                        target.replace() ? FilePublisher.Existing.REPLACE : FilePublisher.Existing.KEEP,
                        out -> rows(out, selection, order, done -> {
                            rows[0] = done;
                            return progress.goesOn(done, total);
                        }));
        if (digest.isEmpty()) {
            return Optional.empty();
        }
        session.register()
                .journal()
                .append(new AuditEvent.Exported(
                        "inventory of " + rows[0] + " certificates as csv",
                        target.file().getFileName().toString(),
                        digest.get()));
        return Optional.of(new Written(rows[0], digest.get()));
    }

    /** Hears how many rows are written. */
    private interface Count {
        boolean goesOn(long done);
    }

    private boolean rows(OutputStream out, Selection selection, Inventory.Order order, Count count)
            throws IOException, LedgerException {
        Inventory inventory = session.register().inventory();
        line(out, HEAD);
        Optional<Page.Key> after = Optional.empty();
        long done = 0;
        do {
            Page page = inventory.page(selection, order, after, ROWS);
            for (CertificateSummary row : page.rows()) {
                line(out, values(row));
            }
            done += page.rows().size();
            after = page.next();
            if (!count.goesOn(done) && after.isPresent()) {
                return false;
            }
        } while (after.isPresent());
        return true;
    }

    private List<String> values(CertificateSummary row) {
        return List.of(
                row.issuer().text(),
                row.serialNumber().hex(),
                row.subject(),
                String.join(" ", row.alternativeNames()),
                InventoryFilter.Standing.of(row.status(), row.validity().notAfter(), now)
                        .name()
                        .toLowerCase(Locale.ROOT),
                row.revoked().map(CertificateSummary.Revoked::reason).orElse(""),
                row.revoked().map(revoked -> revoked.at().toString()).orElse(""),
                row.validity().notBefore().toString(),
                row.validity().notAfter().toString(),
                row.owner(),
                String.join(", ", row.tags()),
                row.profile(),
                row.publicKey().hex());
    }

    private static void line(OutputStream out, List<String> values) throws IOException {
        String line = values.stream().map(InventoryCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String value) {
        boolean formula = !value.isEmpty() && FORMULAS.indexOf(value.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
