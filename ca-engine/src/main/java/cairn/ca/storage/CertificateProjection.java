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
import java.util.Optional;

/** The rows of certificates and of the intents that did not become one. */
final class CertificateProjection {
    private final RegisterWriter writer;
    private final OpenIntents open;

    CertificateProjection(RegisterWriter writer, OpenIntents open) {
        this.writer = writer;
        this.open = open;
    }

    void intended(JournalEntry entry, AuditEvent.IntentRecorded event, Parsed parsed) throws MalformedException {
        IssuanceIntent intent = new IssuanceIntent(
                event.intent(),
                event.issuer(),
                event.serialNumber(),
                event.profile(),
                event.toBeSigned(),
                event.request(),
                event.skippedLints());
        long notAfter =
                Columns.seconds(parsed.toBeSigned(event.toBeSigned()).validity().notAfter());
        open.add(new OpenIntents.Entry(new OpenIntent(intent, entry.time()), entry.sequence(), notAfter));
    }

    void issued(JournalEntry entry, AuditEvent.CertificateIssued event, Parsed parsed)
            throws SQLException, MalformedException {
        IssuanceIntent intent = open.find(event.intent())
                .orElseThrow(() -> new IllegalArgumentException("there is no open intent " + event.intent()))
                .intent();
        Certificate certificate = parsed.certificate(event.certificate());
        String subject = CertificateTexts.subject(certificate);
        String names = CertificateTexts.names(certificate);
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
            statement.setBytes(2, event.certificate().toArray());
        });
        writer.count(intent.issuer(), CertificateStatus.VALID, 1);
        if (open.remove(event.intent()).isEmpty()) {
            writer.frequent(
                    Frequent.INTENT_DONE,
                    statement -> statement.setObject(1, event.intent().value()));
        }
    }

    void closed(AuditEvent.IntentClosed event) throws SQLException {
        Optional<OpenIntents.Entry> waited = open.remove(event.intent());
        if (waited.isPresent()) {
            insert(waited.get(), Columns.CLOSED);
            return;
        }
        writer.rare(
                "UPDATE intent SET state = 'C' WHERE id = ?",
                statement -> statement.setObject(1, event.intent().value()));
    }

    /** Writes the intents that stay open. */
    void finish() throws SQLException {
        for (OpenIntents.Entry entry : open.takeWaiting()) {
            insert(entry, Columns.OPEN);
        }
    }

    private void insert(OpenIntents.Entry entry, String state) throws SQLException {
        IssuanceIntent intent = entry.open().intent();
        writer.frequent(Frequent.INTENT, statement -> {
            statement.setObject(1, intent.id().value());
            statement.setLong(2, entry.sequence());
            statement.setString(3, intent.issuer().text());
            statement.setBytes(4, Columns.serial(intent.serialNumber()));
            statement.setString(5, intent.profile());
            statement.setBytes(6, intent.toBeSigned().toArray());
            if (intent.request().isPresent()) {
                statement.setBytes(7, intent.request().get().octets());
            } else {
                statement.setNull(7, Types.VARBINARY);
            }
            statement.setString(8, Columns.lines(intent.skippedLints()));
            statement.setLong(9, Columns.micros(entry.open().recordedAt()));
            statement.setLong(10, entry.notAfter());
            statement.setString(11, state);
        });
    }

    void owned(AuditEvent.OwnerSet event) throws SQLException {
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
