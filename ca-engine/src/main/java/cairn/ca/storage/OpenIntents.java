package cairn.ca.storage;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.issuance.OpenIntent;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The open intents of certificates, in memory: a batch completes thousands of them, and each must be known. */
final class OpenIntents {
    private final Map<IntentId, OpenIntent> open = new LinkedHashMap<>();

    Optional<OpenIntent> find(IntentId id) {
        return Optional.ofNullable(open.get(id));
    }

    /** Oldest first. */
    List<OpenIntent> all() {
        return List.copyOf(open.values());
    }

    void add(OpenIntent intent) {
        open.put(intent.intent().id(), intent);
    }

    void remove(IntentId id) {
        open.remove(id);
    }

    /** Takes what the register holds instead of what is here. */
    void load(Connection connection) throws SQLException {
        open.clear();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT * FROM intent WHERE state = ? ORDER BY sequence")) {
            query.setString(1, Columns.OPEN);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    add(read(row));
                }
            }
        }
    }

    private static OpenIntent read(ResultSet row) throws SQLException {
        return new OpenIntent(intent(row), Columns.ofMicros(row.getLong("recorded_us")));
    }

    /** The intent in a row of the table. */
    static IssuanceIntent intent(ResultSet row) throws SQLException {
        byte[] request = row.getBytes("request");
        return new IssuanceIntent(
                new IntentId(row.getObject("id", UUID.class)),
                new AuthorityName(row.getString("issuer")),
                Columns.serial(row, "serial"),
                row.getString("profile"),
                Octets.of(row.getBytes("tbs")),
                request == null ? Optional.empty() : Optional.of(Fingerprint.ofDigest(request)),
                Columns.texts(row.getString("skipped")));
    }
}
