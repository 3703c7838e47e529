package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.JournalEntry;
import cairn.ca.x509.MalformedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Turns journal entries into the register's rows; the only code that writes them. The same entries always make the same
 * rows, so a rebuilt register equals the one that grew.
 */
final class Projector {
    private static final int MOST_UNCOMMITTED = 10_000;

    private final RegisterWriter writer;
    private final OpenIntents open;
    private final CertificateProjection certificates;
    private final AuthorityProjection authorities;
    private final RevocationProjection revocations;
    private final CrlProjection lists;
    private Optional<JournalEntry> behind = Optional.empty();
    private int uncommitted;

    Projector(RegisterWriter writer, OpenIntents open) {
        this.writer = writer;
        this.open = open;
        this.certificates = new CertificateProjection(writer, open);
        this.authorities = new AuthorityProjection(writer);
        this.revocations = new RevocationProjection(writer);
        this.lists = new CrlProjection(writer);
    }

    /** The register cannot follow this entry. */
    static final class Unprojectable extends Exception {
        Unprojectable(JournalEntry entry, Exception cause) {
            super("entry " + entry.sequence() + " cannot be entered into the register: " + cause.getMessage(), cause);
        }
    }

    /**
     * Writes the rows of entries and the position behind them; the caller commits. Entries that only open intents of
     * certificates are kept in memory until others follow, since most of these intents are completed next.
     *
     * @return whether anything was written; else the register and its position stay behind the journal
     */
    boolean project(List<JournalEntry> entries, Parsed parsed) throws Unprojectable {
        for (JournalEntry entry : entries) {
            try {
                project(entry, parsed);
            } catch (MalformedException | SQLException | IllegalArgumentException e) {
                throw new Unprojectable(entry, e);
            }
        }
        if (open.waiting() <= MOST_UNCOMMITTED
                && entries.stream().allMatch(entry -> entry.event() instanceof AuditEvent.IntentRecorded)) {
            behind = Optional.of(entries.getLast());
            return false;
        }
        write(entries.getLast());
        return true;
    }

    /** Writes what {@link #project} kept in memory; the caller commits. */
    void catchUp() throws Unprojectable {
        if (behind.isPresent()) {
            write(behind.get());
        }
    }

    private void write(JournalEntry last) throws Unprojectable {
        behind = Optional.empty();
        try {
            certificates.finish();
            revocations.finish();
            writer.finish();
            moveTo(last);
        } catch (SQLException e) {
            throw new Unprojectable(last, e);
        }
    }

    /** Commits, not durably, once many entries came together: one transaction must not grow without bound. */
    void commitNowAndThen(List<JournalEntry> entries) throws Unprojectable {
        open.keep();
        uncommitted += entries.size();
        if (uncommitted >= MOST_UNCOMMITTED) {
            uncommitted = 0;
            try {
                writer.connection().commit();
            } catch (SQLException e) {
                throw new Unprojectable(entries.getLast(), e);
            }
        }
    }

    private void project(JournalEntry entry, Parsed parsed) throws SQLException, MalformedException {
        switch (entry.event()) {
            case AuditEvent.WorkspaceCreated e -> identity(entry, e);
            case AuditEvent.IntentRecorded e -> certificates.intended(entry, e, parsed);
            case AuditEvent.CertificateIssued e -> certificates.issued(entry, e, parsed);
            case AuditEvent.IntentClosed e -> closed(e);
            case AuditEvent.AuthorityCreated e -> authorities.created(e);
            case AuditEvent.AuthorityRequested e -> authorities.requested(e);
            case AuditEvent.AuthorityRetired e -> authorities.retired(e);
            case AuditEvent.CertificateRevoked e -> revocations.revoked(e);
            case AuditEvent.CertificateHeld e -> revocations.held(e);
            case AuditEvent.HoldReleased e -> revocations.released(e);
            case AuditEvent.KeyBlocked e -> revocations.blocked(e);
            case AuditEvent.OwnerSet e -> certificates.owned(e);
            case AuditEvent.CrlIntentRecorded e -> lists.intended(e);
            case AuditEvent.CrlIssued e -> lists.issued(e);
            case AuditEvent.WorkspaceOpened e -> {}
            case AuditEvent.WorkspaceClosed e -> {}
            case AuditEvent.InterruptionFound e -> {}
            case AuditEvent.TokenLogin e -> {}
            case AuditEvent.KeyGenerationStarted e -> {}
            case AuditEvent.KeyGenerated e -> {}
            case AuditEvent.TokenInitialized e -> {}
            case AuditEvent.PinChanged e -> {}
            case AuditEvent.TokenTested e -> {}
            case AuditEvent.InputRefused e -> {}
            case AuditEvent.IssuanceRefused e -> {}
            case AuditEvent.RevocationRefused e -> {}
            case AuditEvent.SigningFailed e -> {}
            case AuditEvent.Exported e -> {}
            case AuditEvent.ProfileInstalled e -> {}
            case AuditEvent.IntegrityViolation e -> {}
            case AuditEvent.RegisterRebuilt e -> {}
            case AuditEvent.JournalVerified e -> {}
            case AuditEvent.ClockWentBack e -> {}
            case AuditEvent.ClockAccepted e -> {}
        }
    }

    private void closed(AuditEvent.IntentClosed event) throws SQLException {
        if (open.find(event.intent()).isPresent()) {
            certificates.closed(event);
        } else {
            lists.closed(event);
        }
    }

    private void identity(JournalEntry entry, AuditEvent.WorkspaceCreated event) throws SQLException {
        writer.rare(
                "INSERT INTO identity (workspace_id, station, purpose, created_us) VALUES (?, ?, ?, ?)", statement -> {
                    statement.setString(1, event.workspaceId());
                    statement.setInt(2, event.station());
                    statement.setString(3, event.purpose());
                    statement.setLong(4, Columns.micros(entry.time()));
                });
        writer.rare(
                "INSERT INTO journal_position (one, sequence, chain) VALUES (1, 0, ?)",
                statement -> statement.setBytes(1, new byte[0]));
    }

    private void moveTo(JournalEntry last) throws SQLException {
        writer.rare("UPDATE journal_position SET sequence = ?, chain = ? WHERE one = 1", statement -> {
            statement.setLong(1, last.sequence());
            statement.setBytes(2, last.chain().octets());
        });
    }
}
