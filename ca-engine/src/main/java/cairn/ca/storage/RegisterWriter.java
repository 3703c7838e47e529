package cairn.ca.storage;

import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The statements by which the register is written. The frequent ones are kept prepared and sent in batches; a rare one
 * first sends what is waiting, so that all take effect in the order in which they were asked for.
 */
final class RegisterWriter {
    /** The statements that come in thousands, in the order in which a batch sends them. */
    enum Frequent {
        INTENT("INSERT INTO intent (id, sequence, issuer, serial, profile, tbs, request, skipped, recorded_us,"
                + " not_after_s, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        INTENT_DONE("DELETE FROM intent WHERE id = ?"),
        CERTIFICATE("INSERT INTO certificate (id, issuer, serial, subject_text, san_text, search_text, not_before_s,"
                + " not_after_s, spki, status, owner, tags, profile, intent)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'V', '', '', ?, ?)"),
        DER("INSERT INTO certificate_der (id, der) VALUES (?, ?)"),
        STATUS("UPDATE certificate SET status = ?, reason = ?, revoked_s = ? WHERE serial = ? AND issuer = ?"),
        NOT_REVOKED("DELETE FROM revocation WHERE issuer = ? AND serial = ?"),
        REVOKED("INSERT INTO revocation (issuer, serial, reason, revoked_s, invalid_s, expires_s)"
                + " VALUES (?, ?, ?, ?, ?, ?)");

        private final String sql;

        Frequent(String sql) {
            this.sql = sql;
        }
    }

    private final Connection connection;
    private final Map<Frequent, Waiting> prepared = new EnumMap<>(Frequent.class);
    private final Map<Count, Long> counts = new LinkedHashMap<>();

    /** A prepared statement and how many times it waits to be sent. */
    private static final class Waiting {
        private final PreparedStatement statement;
        private int times;

        Waiting(PreparedStatement statement) {
            this.statement = statement;
        }
    }

    private record Count(AuthorityName issuer, CertificateStatus status) {}

    RegisterWriter(Connection connection) throws SQLException {
        this.connection = connection;
        for (Frequent which : Frequent.values()) {
            prepared.put(which, new Waiting(connection.prepareStatement(which.sql)));
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
        Waiting waiting = Objects.requireNonNull(prepared.get(which));
        parameters.set(waiting.statement);
        waiting.statement.addBatch();
        waiting.times++;
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
        for (Waiting waiting : prepared.values()) {
            if (waiting.times > 0) {
                waiting.times = 0;
                waiting.statement.executeBatch();
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
        for (Waiting waiting : prepared.values()) {
            waiting.times = 0;
            waiting.statement.clearBatch();
        }
        connection.rollback();
    }
}
