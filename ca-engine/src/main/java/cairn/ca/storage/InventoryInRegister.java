package cairn.ca.storage;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.KeyedCertificate;
import cairn.ca.inventory.Page;
import cairn.ca.inventory.Selection;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SerialNumber;
import cairn.ca.x509.Validity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Lists and counts, read from what is committed, beside the writer. */
final class InventoryInRegister implements Inventory {
    private static final String COLUMNS =
            "SELECT id, issuer, serial, subject_text, san_text, not_before_s, not_after_s,"
                    + " spki, status, reason, revoked_s, owner, tags, profile FROM certificate";

    private final Connection connection;

    InventoryInRegister(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Page page(Selection selection, Order order, Optional<Page.Key> after, int rows) throws LedgerException {
        if (rows < 1 || rows > MOST_ROWS) {
            throw new IllegalArgumentException("a page has 1 to " + MOST_ROWS + " rows");
        }
        Condition condition = Condition.of(selection);
        after.ifPresent(key -> condition.after(order, key));
        String sql = COLUMNS + condition.where() + orderBy(order) + " FETCH FIRST " + (rows + 1) + " ROWS ONLY";
        List<CertificateSummary> found = new ArrayList<>(query(sql, condition));
        if (found.size() <= rows) {
            return new Page(found, Optional.empty());
        }
        found.removeLast();
        CertificateSummary last = found.getLast();
        long first = switch (order) {
            case NEWEST_FIRST -> last.id();
            case EXPIRY -> Columns.seconds(last.validity().notAfter());
        };
        return new Page(found, Optional.of(new Page.Key(first, last.id())));
    }

    private static String orderBy(Order order) {
        return switch (order) {
            case NEWEST_FIRST -> " ORDER BY id DESC";
            case EXPIRY -> " ORDER BY not_after_s, id";
        };
    }

    @Override
    public void find(Selection selection, Order order, Finds finds) throws LedgerException {
        new InventorySearch(connection, selection, order).run(finds);
    }

    @Override
    public List<CertificateSummary> rows(List<Long> ids) throws LedgerException {
        if (ids.size() > MOST_ROWS) {
            throw new IllegalArgumentException("at most " + MOST_ROWS + " rows at once");
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        Condition condition = new Condition();
        condition.and("id IN (" + "?, ".repeat(ids.size() - 1) + "?)", ids.toArray());
        Map<Long, CertificateSummary> found = new HashMap<>();
        query(COLUMNS + condition.where(), condition).forEach(row -> found.put(row.id(), row));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Optional<CertificateSummary> find(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException {
        Condition condition = Condition.of(Selection.all().of(issuer));
        condition.and("serial = ?", Columns.serial(serialNumber));
        return query(COLUMNS + condition.where(), condition).stream().findFirst();
    }

    @Override
    public Map<Fingerprint, List<KeyedCertificate>> ofKeys(AuthorityName issuer, Set<Fingerprint> publicKeys)
            throws LedgerException {
        Map<Fingerprint, List<KeyedCertificate>> found = new HashMap<>();
        if (publicKeys.isEmpty()) {
            return found;
        }
        Object[] wanted = publicKeys.stream().map(Fingerprint::octets).toArray();
        synchronized (connection) {
            try (PreparedStatement query = connection.prepareStatement("SELECT c.spki, c.profile, c.status, d.der"
                    + " FROM certificate c JOIN certificate_der d ON d.id = c.id"
                    + " WHERE c.spki = ANY(?) AND c.issuer = ? ORDER BY c.id")) {
                query.setArray(1, connection.createArrayOf("VARBINARY", wanted));
                query.setString(2, issuer.text());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.computeIfAbsent(Fingerprint.ofDigest(row.getBytes(1)), key -> new ArrayList<>())
                                .add(new KeyedCertificate(
                                        Certificate.ofDer(row.getBytes(4)),
                                        row.getString(2),
                                        Columns.status(row.getString(3))));
                    }
                }
            } catch (SQLException e) {
                throw unreadable(e);
            } catch (MalformedException e) {
                throw CertificateLedgerInRegister.damaged(e);
            }
        }
        return found;
    }

    @Override
    public Map<AuthorityName, Map<CertificateStatus, Long>> counts() throws LedgerException {
        Map<AuthorityName, Map<CertificateStatus, Long>> counts =
                new TreeMap<>(Comparator.comparing(AuthorityName::text));
        synchronized (connection) {
            try (PreparedStatement query = connection.prepareStatement(
                            "SELECT issuer, status, total FROM certificate_count WHERE total <> 0");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    counts.computeIfAbsent(
                                    new AuthorityName(row.getString(1)), name -> new EnumMap<>(CertificateStatus.class))
                            .put(Columns.status(row.getString(2)), row.getLong(3));
                }
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
        return counts;
    }

    @Override
    public List<Long> endings(List<Instant> bounds) throws LedgerException {
        List<Long> counts = new ArrayList<>();
        synchronized (connection) {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT count(*) FROM certificate WHERE status = 'V' AND not_after_s >= ? AND not_after_s < ?")) {
                for (int i = 1; i < bounds.size(); i++) {
                    query.setLong(1, Columns.seconds(bounds.get(i - 1)));
                    query.setLong(2, Columns.seconds(bounds.get(i)));
                    try (ResultSet row = query.executeQuery()) {
                        row.next();
                        counts.add(row.getLong(1));
                    }
                }
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
        return List.copyOf(counts);
    }

    private List<CertificateSummary> query(String sql, Condition condition) throws LedgerException {
        List<CertificateSummary> found = new ArrayList<>();
        synchronized (connection) {
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                condition.set(query);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.add(read(row));
                    }
                }
            } catch (SQLException e) {
                throw unreadable(e);
            }
        }
        return found;
    }

    static LedgerException unreadable(SQLException cause) {
        return new LedgerException("the register cannot be read: " + cause.getMessage(), cause);
    }

    private static CertificateSummary read(ResultSet row) throws SQLException {
        int code = row.getInt("reason");
        Optional<RevocationReason> reason = row.wasNull() ? Optional.empty() : RevocationReason.ofCode(code);
        Optional<Instant> at = Columns.instant(row, "revoked_s");
        return new CertificateSummary(
                row.getLong("id"),
                new AuthorityName(row.getString("issuer")),
                Columns.serial(row, "serial"),
                row.getString("subject_text"),
                row.getString("san_text").lines().toList(),
                new Validity(
                        Instant.ofEpochSecond(row.getLong("not_before_s")),
                        Instant.ofEpochSecond(row.getLong("not_after_s"))),
                Fingerprint.ofDigest(row.getBytes("spki")),
                Columns.status(row.getString("status")),
                reason.flatMap(r -> at.map(t -> new CertificateSummary.Revoked(r.word(), t))),
                row.getString("owner"),
                Columns.texts(row.getString("tags")),
                row.getString("profile"));
    }
}
