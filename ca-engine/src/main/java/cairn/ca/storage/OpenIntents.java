package cairn.ca.storage;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.issuance.OpenIntent;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The open intents of certificates, in memory: a batch completes thousands of them, and each must be known. An intent is
 * recorded when the journal has it; most are completed a moment later and never get a row of their own in the register.
 * Those that stay open wait here until the register is written the next time.
 */
final class OpenIntents {
    private final Map<IntentId, Entry> open = new LinkedHashMap<>();
    private final Map<IntentId, Entry> waiting = new LinkedHashMap<>();
    private final Set<CertificateFacts.Key> serials = new HashSet<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private BigInteger highest = BigInteger.ZERO;

    /**
     * An open intent with what its row says besides.
     *
     * @param sequence of its journal entry
     * @param notAfter seconds since 1970 at which the certificate would end
     */
    record Entry(OpenIntent open, long sequence, long notAfter) {
        IntentId id() {
            return open.intent().id();
        }

        CertificateFacts.Key key() {
            return new CertificateFacts.Key(
                    open.intent().issuer(), open.intent().serialNumber());
        }
    }

    Optional<OpenIntent> find(IntentId id) {
        return Optional.ofNullable(open.get(id)).map(Entry::open);
    }

    /** Oldest first. */
    List<OpenIntent> all() {
        return open.values().stream()
                .sorted(Comparator.comparingLong(Entry::sequence))
                .map(Entry::open)
                .toList();
    }

    /** Whether one of them has this serial number. */
    boolean isUsed(CertificateFacts.Key key) {
        return serials.contains(key);
    }

    /** Whether no serial number that was ever recorded reaches this one. */
    boolean isBeyondAll(CertificateFacts.Key key) {
        return key.serialNumber().value().compareTo(highest) > 0;
    }

    /** Takes an intent that the register does not have. */
    void add(Entry entry) {
        put(entry);
        waiting.put(entry.id(), entry);
        undo.push(() -> {
            drop(entry);
            waiting.remove(entry.id());
        });
    }

    /** Takes an intent away; returns it if it never reached the register. */
    Optional<Entry> remove(IntentId id) {
        Entry entry = open.get(id);
        if (entry == null) {
            throw new IllegalArgumentException("there is no open intent " + id);
        }
        drop(entry);
        undo.push(() -> put(entry));
        return take(id);
    }

    /** How many the register does not have. */
    int waiting() {
        return waiting.size();
    }

    /** Those that the register does not have, oldest first; from now on it does. */
    Collection<Entry> takeWaiting() {
        List<Entry> all = new ArrayList<>(waiting.values());
        all.forEach(entry -> take(entry.id()));
        return all;
    }

    private Optional<Entry> take(IntentId id) {
        Entry waited = waiting.remove(id);
        if (waited != null) {
            undo.push(() -> waiting.put(id, waited));
        }
        return Optional.ofNullable(waited);
    }

    /** Makes all changes since the last call final. */
    void keep() {
        undo.clear();
    }

    /** Takes back all changes since the last call of {@link #keep}. */
    void undo() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    /** Takes what the register holds instead of what is here. */
    void load(Connection connection) throws SQLException {
        open.clear();
        waiting.clear();
        serials.clear();
        undo.clear();
        highest = SerialHistory.highest(connection);
        try (PreparedStatement query =
                connection.prepareStatement("SELECT * FROM intent WHERE state = ? ORDER BY sequence")) {
            query.setString(1, Columns.OPEN);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    OpenIntent found = new OpenIntent(intent(row), Columns.ofMicros(row.getLong("recorded_us")));
                    put(new Entry(found, row.getLong("sequence"), row.getLong("not_after_s")));
                }
            }
        }
    }

    private void put(Entry entry) {
        open.put(entry.id(), entry);
        serials.add(entry.key());
        highest = highest.max(entry.key().serialNumber().value());
    }

    private void drop(Entry entry) {
        open.remove(entry.id());
        serials.remove(entry.key());
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
