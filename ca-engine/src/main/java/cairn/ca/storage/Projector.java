package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.JournalEntry;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.issuance.OpenIntent;
import cairn.ca.storage.RegisterWriter.Frequent;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.MalformedException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;

/**
 * Turns journal entries into the register's rows; the only code that writes them. The same entries always make the same
 * rows, so a rebuilt register equals the one that grew.
 */
final class Projector {
    private static final int MOST_UNCOMMITTED = 10_000;

    private final RegisterWriter writer;
    private final OpenIntents open;
    private final AuthorityProjection authorities;
    private final RevocationProjection revocations;
    private final CrlProjection lists;
    private int uncommitted;

    Projector(RegisterWriter writer, OpenIntents open) {
        this.writer = writer;
        this.open = open;
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

    /** Writes the rows of entries and the position behind them; the caller commits. */
    void project(List<JournalEntry> entries, Parsed parsed) throws Unprojectable {
        for (JournalEntry entry : entries) {
            try {
                project(entry, parsed);
            } catch (MalformedException | SQLException | IllegalArgumentException e) {
                throw new Unprojectable(entry, e);
            }
        }
        try {
            revocations.finish();
            writer.finish();
            moveTo(entries.getLast());
        } catch (SQLException e) {
            throw new Unprojectable(entries.getLast(), e);
        }
    }

    /** Commits, not durably, once many entries came together: one transaction must not grow without bound. */
    void commitNowAndThen(List<JournalEntry> entries) throws Unprojectable {
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
            case AuditEvent.IntentRecorded e -> intent(entry, e, parsed);
            case AuditEvent.CertificateIssued e -> certificate(entry, e, parsed);
            case AuditEvent.IntentClosed e -> close(e);
            case AuditEvent.AuthorityCreated e -> authorities.created(e);
            case AuditEvent.AuthorityRequested e -> authorities.requested(e);
            case AuditEvent.AuthorityRetired e -> authorities.retired(e);
            case AuditEvent.CertificateRevoked e -> revocations.revoked(e);
            case AuditEvent.CertificateHeld e -> revocations.held(e);
            case AuditEvent.HoldReleased e -> revocations.released(e);
            case AuditEvent.KeyBlocked e -> revocations.blocked(e);
            case AuditEvent.OwnerSet e -> owner(e);
            case AuditEvent.CrlIntentRecorded e -> lists.intended(e);
            case AuditEvent.CrlIssued e -> lists.issued(e);
            case AuditEvent.WorkspaceOpened e -> {}
            case AuditEvent.WorkspaceClosed e -> {}
            case AuditEvent.InterruptionFound e -> {}
            case AuditEvent.TokenLogin e -> {}
            case AuditEvent.KeyGenerationStarted e -> {}
            case AuditEvent.KeyGenerated e -> {}
            case AuditEvent.InputRefused e -> {}
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

    private void intent(JournalEntry entry, AuditEvent.IntentRecorded event, Parsed parsed)
            throws SQLException, MalformedException {
        long notAfter =
                Columns.seconds(parsed.toBeSigned(event.toBeSigned()).validity().notAfter());
        writer.frequent(Frequent.INTENT, statement -> {
            statement.setObject(1, event.intent().value());
            statement.setLong(2, entry.sequence());
            statement.setString(3, event.issuer().text());
            statement.setBytes(4, Columns.serial(event.serialNumber()));
            statement.setString(5, event.profile());
            statement.setBytes(6, event.toBeSigned().toArray());
            if (event.request().isPresent()) {
                statement.setBytes(7, event.request().get().octets());
            } else {
                statement.setNull(7, Types.VARBINARY);
            }
            statement.setString(8, Columns.lines(event.skippedLints()));
            statement.setLong(9, Columns.micros(entry.time()));
            statement.setLong(10, notAfter);
        });
        IssuanceIntent intent = new IssuanceIntent(
                event.intent(),
                event.issuer(),
                event.serialNumber(),
                event.profile(),
                event.toBeSigned(),
                event.request(),
                event.skippedLints());
        open.add(new OpenIntent(intent, entry.time()));
    }

    private void certificate(JournalEntry entry, AuditEvent.CertificateIssued event, Parsed parsed)
            throws SQLException, MalformedException {
        IssuanceIntent intent = open.find(event.intent())
                .orElseThrow(() -> new IllegalArgumentException("there is no open intent " + event.intent()))
                .intent();
        Certificate certificate = parsed.certificate(event.certificate());
        writer.frequent(
                Frequent.INTENT_DONE,
                statement -> statement.setObject(1, event.intent().value()));
        String subject = CertificateTexts.subject(certificate);
        String names = CertificateTexts.names(certificate);
        byte[] der = certificate.encoded();
        byte[] key = certificate.publicKey().fingerprint().octets();
        writer.frequent(Frequent.CERTIFICATE, statement -> {
            statement.setLong(1, entry.sequence());
            statement.setString(2, intent.issuer().text());
            statement.setBytes(3, Columns.serial(intent.serialNumber()));
            statement.setString(4, subject);
            statement.setString(5, names);
            statement.setString(6, CertificateTexts.search(subject, names, "", ""));
            statement.setLong(7, Columns.seconds(certificate.validity().notBefore()));
            statement.setLong(8, Columns.seconds(certificate.validity().notAfter()));
            statement.setBytes(9, key);
            statement.setString(10, intent.profile());
            statement.setObject(11, event.intent().value());
        });
        writer.frequent(Frequent.DER, statement -> {
            statement.setLong(1, entry.sequence());
            statement.setBytes(2, der);
        });
        writer.count(intent.issuer(), CertificateStatus.VALID, 1);
        open.remove(event.intent());
    }

    private void close(AuditEvent.IntentClosed event) throws SQLException {
        if (open.find(event.intent()).isEmpty()) {
            lists.closed(event);
            return;
        }
        writer.rare(
                "UPDATE intent SET state = 'C' WHERE id = ?",
                statement -> statement.setObject(1, event.intent().value()));
        open.remove(event.intent());
    }

    private void owner(AuditEvent.OwnerSet event) throws SQLException {
        String tags = Columns.lines(event.tags());
        // Not by the database's LOWER, which follows the language of the computer: "I" has another small letter in
        // Turkish.
        String search = search(event, tags);
        writer.rare(
                "UPDATE certificate SET owner = ?, tags = ?, search_text = ? WHERE serial = ? AND issuer = ?",
                statement -> {
                    statement.setString(1, event.owner());
                    statement.setString(2, tags);
                    statement.setString(3, search);
                    statement.setBytes(4, Columns.serial(event.serialNumber()));
                    statement.setString(5, event.issuer().text());
                });
    }

    private String search(AuditEvent.OwnerSet event, String tags) throws SQLException {
        writer.send();
        try (PreparedStatement query = writer.connection()
                .prepareStatement("SELECT subject_text, san_text FROM certificate WHERE serial = ? AND issuer = ?")) {
            query.setBytes(1, Columns.serial(event.serialNumber()));
            query.setString(2, event.issuer().text());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("there is no certificate " + event.serialNumber());
                }
                return CertificateTexts.search(row.getString(1), row.getString(2), event.owner(), tags);
            }
        }
    }
}
