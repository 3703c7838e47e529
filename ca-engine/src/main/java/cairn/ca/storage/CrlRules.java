package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold for revocation lists (RFC 5280 section 5.2.3: numbers increase, 20 octets at most). */
final class CrlRules {
    private static final int MOST_BITS = 159;

    private final Connection connection;
    private final Map<AuthorityName, BigInteger> highest = new HashMap<>();
    private final Set<IntentId> begun = new HashSet<>();
    private final Set<IntentId> ended = new HashSet<>();

    CrlRules(Connection connection) {
        this.connection = connection;
    }

    void intended(AuditEvent.CrlIntentRecorded event) throws LedgerException, SQLException {
        EventRules.require(
                event.number().signum() >= 0 && event.number().bitLength() <= MOST_BITS,
                "a CRL number is not negative and below 2^159");
        EventRules.require(
                event.number().compareTo(highest(event.issuer())) > 0,
                "authority " + event.issuer() + " has used CRL numbers up to " + highest(event.issuer())
                        + "; the next list needs a greater one than " + event.number());
        EventRules.require(!event.nextUpdate().isBefore(event.thisUpdate()), "nextUpdate is before thisUpdate");
        EventRules.require(
                begun.add(event.intent()) && state(event.intent()).isEmpty(),
                "the intent " + event.intent() + " is recorded already");
        highest.put(event.issuer(), event.number());
    }

    void issued(AuditEvent.CrlIssued event) throws LedgerException, SQLException {
        end(event.intent());
    }

    void closed(AuditEvent.IntentClosed event) throws LedgerException, SQLException {
        end(event.intent());
    }

    private void end(IntentId intent) throws LedgerException, SQLException {
        EventRules.require(
                isOpen(intent), "there is no open intent " + intent + "; it is completed, closed or unknown");
        ended.add(intent);
    }

    boolean isOpen(IntentId intent) throws SQLException {
        boolean known = begun.contains(intent)
                || state(intent).filter(Columns.OPEN::equals).isPresent();
        return known && !ended.contains(intent);
    }

    /** The greatest number that was ever in an intent; -1 if there was none, for zero is a number. */
    BigInteger highest(AuthorityName issuer) throws SQLException {
        BigInteger known = highest.get(issuer);
        if (known != null) {
            return known;
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT MAX(number) FROM crl WHERE issuer = ?")) {
            query.setString(1, issuer.text());
            try (ResultSet row = query.executeQuery()) {
                row.next();
                byte[] number = row.getBytes(1);
                return number == null ? BigInteger.ONE.negate() : new BigInteger(1, number);
            }
        }
    }

    private Optional<String> state(IntentId intent) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT state FROM crl WHERE intent = ?")) {
            query.setObject(1, intent.value());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
