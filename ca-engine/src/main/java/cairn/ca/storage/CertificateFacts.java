package cairn.ca.storage;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.SerialNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What must be known of a serial number before something is decided about it. Closed once a batch is judged. */
final class CertificateFacts implements AutoCloseable {
    private final Connection connection;
    private @Nullable PreparedStatement used;
    private @Nullable PreparedStatement recorded;
    private @Nullable Boolean noIntents;

    CertificateFacts(Connection connection) {
        this.connection = connection;
    }

    /** Issuer and serial number: the one thing that names a certificate (RFC 5280 section 4.1.2.2). */
    record Key(AuthorityName issuer, SerialNumber serialNumber) {}

    /**
     * A serial number that was used.
     *
     * @param issued whether there is a certificate; else only a closed intent, which may have been signed
     * @param reason why it is revoked or on hold, if it is
     */
    record Fact(boolean issued, CertificateStatus status, Optional<RevocationReason> reason, Instant notAfter) {}

    Optional<Fact> find(Key key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT status, reason, not_after_s FROM certificate WHERE serial = ? AND issuer = ?")) {
            set(query, key);
            try (ResultSet row = query.executeQuery()) {
                if (row.next()) {
                    return Optional.of(new Fact(
                            true,
                            Columns.status(row.getString(1)),
                            reason(row, 2),
                            Instant.ofEpochSecond(row.getLong(3))));
                }
            }
        }
        try (PreparedStatement query =
                connection.prepareStatement("SELECT i.not_after_s, r.reason FROM intent i LEFT JOIN revocation r"
                        + " ON r.issuer = i.issuer AND r.serial = i.serial WHERE i.serial = ? AND i.issuer = ?"
                        + " AND i.state = 'C'")) {
            set(query, key);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Instant notAfter = Instant.ofEpochSecond(row.getLong(1));
                Optional<RevocationReason> reason = reason(row, 2);
                return Optional.of(new Fact(false, status(reason), reason, notAfter));
            }
        }
    }

    /** Whether the issuer ever recorded an intent with this number. */
    boolean isUsed(Key key) throws SQLException {
        PreparedStatement query = used;
        if (query == null) {
            // Kept, since a batch asks this for each of its intents.
            query = connection.prepareStatement("SELECT 1 FROM intent WHERE serial = ? AND issuer = ?"
                    + " UNION ALL SELECT 1 FROM certificate WHERE serial = ? AND issuer = ?");
            used = query;
        }
        set(query, key);
        query.setBytes(3, Columns.serial(key.serialNumber()));
        query.setString(4, key.issuer().text());
        try (ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    /**
     * Whether an intent that is open or closed has this identifier. That of a completed intent went with its row: who
     * used it again would get a certificate of its own, with a serial number of its own.
     */
    boolean isRecorded(IntentId intent) throws SQLException {
        if (hasNoIntents()) {
            return false;
        }
        PreparedStatement query = recorded;
        if (query == null) {
            query = connection.prepareStatement("SELECT 1 FROM intent WHERE id = ?");
            recorded = query;
        }
        query.setObject(1, intent.value());
        try (ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    /** Whether the register has no intent at all, as is usual; nothing is written while a batch is judged. */
    private boolean hasNoIntents() throws SQLException {
        Boolean known = noIntents;
        if (known == null) {
            try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM intent FETCH FIRST 1 ROW ONLY");
                    ResultSet row = query.executeQuery()) {
                known = !row.next();
            }
            noIntents = known;
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        if (used != null) {
            used.close();
        }
        if (recorded != null) {
            recorded.close();
        }
    }

    private static Optional<RevocationReason> reason(ResultSet row, int column) throws SQLException {
        int code = row.getInt(column);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(RevocationReason.ofCode(code).orElse(RevocationReason.UNSPECIFIED));
    }

    private static CertificateStatus status(Optional<RevocationReason> reason) {
        return reason.map(r ->
                        r == RevocationReason.CERTIFICATE_HOLD ? CertificateStatus.HELD : CertificateStatus.REVOKED)
                .orElse(CertificateStatus.VALID);
    }

    private static void set(PreparedStatement query, Key key) throws SQLException {
        query.setBytes(1, Columns.serial(key.serialNumber()));
        query.setString(2, key.issuer().text());
    }
}
