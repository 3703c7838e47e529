package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The rows of certificate revocation lists. */
final class CrlProjection {
    private final RegisterWriter writer;

    CrlProjection(RegisterWriter writer) {
        this.writer = writer;
    }

    void intended(AuditEvent.CrlIntentRecorded event) throws SQLException {
        writer.rare(
                "INSERT INTO crl (issuer, number, intent, this_update_us, next_update_us, entries, tbs, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, 'O')",
                statement -> {
                    statement.setString(1, event.issuer().text());
                    statement.setBytes(2, Columns.number(event.number()));
                    statement.setObject(3, event.intent().value());
                    statement.setLong(4, Columns.micros(event.thisUpdate()));
                    statement.setLong(5, Columns.micros(event.nextUpdate()));
                    statement.setInt(6, event.entries());
                    statement.setBytes(7, event.toBeSigned().octets());
                });
    }

    void issued(AuditEvent.CrlIssued event) throws SQLException {
        end("UPDATE crl SET state = 'I', list = ? WHERE intent = ? AND state = 'O'", statement -> {
            statement.setBytes(1, event.list().octets());
            statement.setObject(2, event.intent().value());
        });
    }

    void closed(AuditEvent.IntentClosed event) throws SQLException {
        end(
                "UPDATE crl SET state = 'C' WHERE intent = ? AND state = 'O'",
                statement -> statement.setObject(1, event.intent().value()));
    }

    private void end(String sql, RegisterWriter.Parameters parameters) throws SQLException {
        writer.send();
        try (PreparedStatement statement = writer.connection().prepareStatement(sql)) {
            parameters.set(statement);
            if (statement.executeUpdate() != 1) {
                throw new IllegalArgumentException("there is no such open intent");
            }
        }
    }
}
