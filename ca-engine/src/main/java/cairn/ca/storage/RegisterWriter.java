package cairn.ca.storage;

import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The statements by which the register is written. The frequent ones are kept prepared and sent in batches; a rare one
 * first sends what is waiting, so that all take effect in the order in which they were asked for.
 */
final class RegisterWriter {
    private static final String[] FREQUENT = {
        "INSERT INTO intent (id, sequence, issuer, serial, profile, tbs, request, skipped, recorded_us, not_after_s, state)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'O')",
        "DELETE FROM intent WHERE id = ?",
        "INSERT INTO certificate (id, issuer, serial, subject_text, san_text, search_text, not_before_s, not_after_s,"
                + " spki, status, owner, tags, profile, intent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'V', '', '', ?, ?)",
        "INSERT INTO certificate_der (id, der) VALUES (?, ?)",
        "UPDATE certificate SET status = ?, reason = ?, revoked_s = ? WHERE serial = ? AND issuer = ?",
        "DELETE FROM revocation WHERE issuer = ? AND serial = ?",
        "INSERT INTO revocation (issuer, serial, reason, revoked_s, invalid_s, expires_s) VALUES (?, ?, ?, ?, ?, ?)"
    };

    private final Connection connection;
    private final List<PreparedStatement> prepared = new ArrayList<>();
    private final int[] waiting = new int[FREQUENT.length];
    private final Map<Count, Long> counts = new LinkedHashMap<>();

    /** The statements that come in thousands, in the order in which a batch sends them. */
    enum Frequent {
        INTENT,
        INTENT_DONE,
        CERTIFICATE,
        DER,
        STATUS,
        NOT_REVOKED,
        REVOKED
    }

    private record Count(AuthorityName issuer, CertificateStatus status) {}

    RegisterWriter(Connection connection) throws SQLException {
        this.connection = connection;
        for (String sql : FREQUENT) {
            prepared.add(connection.prepareStatement(sql));
        }
    }

    Connection connection() {
        return connection;
    }

    /** Sets the parameters of a statement. */
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    void frequent(Frequent which, Parameters parameters) throws SQLException {
        PreparedStatement statement = prepared.get(which.ordinal());
        parameters.set(statement);
        statement.addBatch();
        waiting[which.ordinal()]++;
    }

    /** Sends what is waiting, then this. */
    void rare(String sql, Parameters parameters) throws SQLException {
        send();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            statement.executeUpdate();
        }
    }

    /** Counts certificates of a status up or down. */
    void count(AuthorityName issuer, CertificateStatus status, long change) {
        counts.merge(new Count(issuer, status), change, Long::sum);
    }

    void send() throws SQLException {
        for (Frequent which : Frequent.values()) {
            if (waiting[which.ordinal()] > 0) {
                prepared.get(which.ordinal()).executeBatch();
                waiting[which.ordinal()] = 0;
            }
        }
    }

    /** Sends all, with the counts. */
    void finish() throws SQLException {
        send();
        for (Map.Entry<Count, Long> change : counts.entrySet()) {
            if (change.getValue() != 0) {
                write(change.getKey(), change.getValue());
            }
        }
        counts.clear();
    }

    private void write(Count count, long change) throws SQLException {
        String issuer = count.issuer().text();
        String status = Columns.status(count.status());
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE certificate_count SET total = total + ? WHERE issuer = ? AND status = ?")) {
            update.setLong(1, change);
            update.setString(2, issuer);
            update.setString(3, status);
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO certificate_count (issuer, status, total) VALUES (?, ?, ?)")) {
            insert.setString(1, issuer);
            insert.setString(2, status);
            insert.setLong(3, change);
            insert.executeUpdate();
        }
    }

    /** Forgets what is waiting and takes back what was sent. */
    void rollback() throws SQLException {
        counts.clear();
        for (int i = 0; i < waiting.length; i++) {
            prepared.get(i).clearBatch();
            waiting[i] = 0;
        }
        connection.rollback();
    }
}
