package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.signing.KeyReference;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SignatureAlgorithm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What must hold for authorities: a name is given once, a requested one keeps its key, a retired one stays retired. */
final class AuthorityRules {
    private static final int MOST_TEXT = 1000;

    private final Connection connection;
    private final Map<AuthorityName, Known> changed = new HashMap<>();

    private record Known(String state, String keyId) {}

    AuthorityRules(Connection connection) {
        this.connection = connection;
    }

    void requested(AuditEvent.AuthorityRequested event) throws LedgerException, SQLException {
        EventRules.require(find(event.name()).isEmpty(), "there is an authority " + event.name() + " already");
        key(event.key(), event.signatureAlgorithm());
        changed.put(
                event.name(),
                new Known(AuthorityProjection.REQUESTED, event.key().keyId()));
    }

    void created(AuditEvent.AuthorityCreated event, Parsed parsed)
            throws LedgerException, SQLException, MalformedException {
        Optional<Known> known = find(event.name());
        EventRules.require(
                known.isEmpty() || known.get().state().equals(AuthorityProjection.REQUESTED),
                "there is an authority " + event.name() + " already");
        EventRules.require(
                known.isEmpty() || known.get().keyId().equals(event.key().keyId()),
                "authority " + event.name() + " was requested with another key");
        key(event.key(), event.signatureAlgorithm());
        parsed.certificate(event.certificate());
        for (Octets certificate : event.outsideChain()) {
            parsed.certificate(certificate);
        }
        changed.put(
                event.name(), new Known(AuthorityProjection.ACTIVE, event.key().keyId()));
    }

    void retired(AuditEvent.AuthorityRetired event) throws LedgerException, SQLException {
        EventRules.require(
                find(event.name())
                        .filter(known -> known.state().equals(AuthorityProjection.ACTIVE))
                        .isPresent(),
                "there is no active authority " + event.name());
        changed.put(event.name(), new Known(AuthorityProjection.RETIRED, ""));
    }

    private static void key(KeyReference key, String algorithm) throws LedgerException {
        EventRules.requireLength(key.tokenLabel(), MOST_TEXT, "the token's label");
        EventRules.requireLength(key.tokenSerial(), MOST_TEXT, "the token's serial number");
        EventRules.requireLength(key.keyId(), MOST_TEXT, "the key's identifier");
        EventRules.requireLength(key.label(), MOST_TEXT, "the key's label");
        EventRules.require(
                SignatureAlgorithm.ofWord(algorithm).isPresent(), "there is no signature algorithm " + algorithm);
    }

    private Optional<Known> find(AuthorityName name) throws SQLException {
        Known known = changed.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try (PreparedStatement query =
                connection.prepareStatement("SELECT state, key_id FROM authority WHERE name = ?")) {
            query.setString(1, name.text());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(new Known(row.getString(1), row.getString(2))) : Optional.empty();
            }
        }
    }
}
