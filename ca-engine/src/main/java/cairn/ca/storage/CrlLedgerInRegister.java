package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.crl.CrlIntent;
import cairn.ca.crl.CrlLedger;
import cairn.ca.crl.CrlRecord;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.Octets;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The record of revocation lists, by way of journal and register; their bytes lie beside. */
final class CrlLedgerInRegister implements CrlLedger {
    private final Recorder recorder;
    private final CrlFiles files;

    CrlLedgerInRegister(Recorder recorder, CrlFiles files) {
        this.recorder = recorder;
        this.files = files;
    }

    @Override
    public BigInteger nextNumber(AuthorityName issuer) throws LedgerException {
        return recorder.read(connection ->
                new CrlRules(connection).highest(issuer).max(BigInteger.ZERO).add(BigInteger.ONE));
    }

    @Override
    public void recordIntent(CrlIntent intent) throws LedgerException {
        files.prepare(intent.issuer(), nextNumber(intent.issuer()));
        recorder.record(List.of(new AuditEvent.CrlIntentRecorded(
                intent.id(),
                intent.issuer(),
                intent.number(),
                intent.thisUpdate(),
                intent.nextUpdate(),
                intent.entries(),
                intent.toBeSigned())));
    }

    /** Refuses a list that is not the intended one: other bytes were signed, or it has another number. */
    @Override
    public void complete(IntentId id, CertificateList list) throws LedgerException {
        CrlIntent intent = openIntents().stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new LedgerException("not recorded: there is no open intent " + id));
        EventRules.require(
                Fingerprint.of(list.toBeSigned()).equals(intent.toBeSigned()),
                "the list is not the one that was intended: other bytes were signed");
        files.keep(intent.issuer(), intent.number(), list);
        recorder.record(List.of(new AuditEvent.CrlIssued(
                id,
                list.fingerprint(),
                Octets.of(list.holder().toASN1Structure().getSignature().getOctets()))));
    }

    @Override
    public void close(IntentId id, AuditEvent.Signed signed, String words) throws LedgerException {
        recorder.record(List.of(new AuditEvent.IntentClosed(id, signed, words)));
    }

    @Override
    public List<CrlIntent> openIntents() throws LedgerException {
        return recorder.read(connection -> {
            List<CrlIntent> found = new ArrayList<>();
            try (PreparedStatement query =
                            connection.prepareStatement("SELECT * FROM crl WHERE state = 'O' ORDER BY issuer, number");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new CrlIntent(
                            new IntentId(row.getObject("intent", UUID.class)),
                            new AuthorityName(row.getString("issuer")),
                            Columns.number(row, "number"),
                            Columns.ofMicros(row.getLong("this_update_us")),
                            Columns.ofMicros(row.getLong("next_update_us")),
                            row.getInt("entries"),
                            Fingerprint.ofDigest(row.getBytes("tbs"))));
                }
            }
            return found;
        });
    }

    static int countOpen(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM crl WHERE state = 'O'");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public Optional<CrlRecord> latest(AuthorityName issuer) throws LedgerException {
        return recorder.read(connection -> records(connection, issuer, " FETCH FIRST 1 ROWS ONLY")).stream()
                .findFirst();
    }

    @Override
    public List<CrlRecord> history(AuthorityName issuer) throws LedgerException {
        return recorder.read(connection -> records(connection, issuer, ""));
    }

    static List<CrlRecord> records(Connection connection, AuthorityName issuer, String limit) throws SQLException {
        List<CrlRecord> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT * FROM crl WHERE issuer = ? AND state = 'I' ORDER BY number DESC" + limit)) {
            query.setString(1, issuer.text());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new CrlRecord(
                            issuer,
                            Columns.number(row, "number"),
                            Columns.ofMicros(row.getLong("this_update_us")),
                            Columns.ofMicros(row.getLong("next_update_us")),
                            row.getInt("entries"),
                            Fingerprint.ofDigest(row.getBytes("list"))));
                }
            }
        }
        return found;
    }

    @Override
    public CertificateList read(CrlRecord record) throws LedgerException {
        return files.read(record);
    }
}
