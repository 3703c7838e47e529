package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.signing.KeyReference;
import cairn.ca.x509.Octets;
import java.sql.SQLException;
import java.util.List;

/** The rows of authorities. */
final class AuthorityProjection {
    static final String REQUESTED = "Q";
    static final String ACTIVE = "A";
    static final String RETIRED = "R";

    private final RegisterWriter writer;

    AuthorityProjection(RegisterWriter writer) {
        this.writer = writer;
    }

    void requested(AuditEvent.AuthorityRequested event) throws SQLException {
        insert(event.name(), REQUESTED, event.key(), event.signatureAlgorithm());
        writer.rare("UPDATE authority SET request = ? WHERE name = ?", statement -> {
            statement.setBytes(1, event.request().toArray());
            statement.setString(2, event.name().text());
        });
    }

    void created(AuditEvent.AuthorityCreated event) throws SQLException {
        byte[][] request = new byte[1][];
        try (var query = writer.connection().prepareStatement("SELECT request FROM authority WHERE name = ?")) {
            query.setString(1, event.name().text());
            try (var row = query.executeQuery()) {
                if (row.next()) {
                    request[0] = row.getBytes(1);
                }
            }
        }
        insert(event.name(), ACTIVE, event.key(), event.signatureAlgorithm());
        writer.rare("UPDATE authority SET certificate = ?, parent = ?, request = ? WHERE name = ?", statement -> {
            statement.setBytes(1, event.certificate().toArray());
            statement.setString(2, event.parent().map(AuthorityName::text).orElse(null));
            statement.setBytes(3, request[0]);
            statement.setString(4, event.name().text());
        });
        chain(event.name(), event.outsideChain());
    }

    void retired(AuditEvent.AuthorityRetired event) throws SQLException {
        writer.rare(
                "UPDATE authority SET state = 'R' WHERE name = ?",
                statement -> statement.setString(1, event.name().text()));
    }

    /** Puts a row in the place of the one with this name, if there is one. */
    private void insert(AuthorityName name, String state, KeyReference key, String algorithm) throws SQLException {
        writer.rare("DELETE FROM authority WHERE name = ?", statement -> statement.setString(1, name.text()));
        writer.rare(
                "INSERT INTO authority (name, state, token_label, token_serial, key_id, key_label, algorithm)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    statement.setString(1, name.text());
                    statement.setString(2, state);
                    statement.setString(3, key.tokenLabel());
                    statement.setString(4, key.tokenSerial());
                    statement.setString(5, key.keyId());
                    statement.setString(6, key.label());
                    statement.setString(7, algorithm);
                });
    }

    private void chain(AuthorityName name, List<Octets> certificates) throws SQLException {
        writer.rare(
                "DELETE FROM authority_chain WHERE authority = ?", statement -> statement.setString(1, name.text()));
        for (int i = 0; i < certificates.size(); i++) {
            int place = i;
            writer.rare("INSERT INTO authority_chain (authority, place, certificate) VALUES (?, ?, ?)", statement -> {
                statement.setString(1, name.text());
                statement.setInt(2, place);
                statement.setBytes(3, certificates.get(place).toArray());
            });
        }
    }
}
