package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.revocation.Revocation;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.revocation.RevocationRegister;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SerialNumber;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Revocations, by way of journal and register. */
final class RevocationRegisterInRegister implements RevocationRegister {
    private final Recorder recorder;

    RevocationRegisterInRegister(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void record(List<AuditEvent> decisions) throws LedgerException {
        for (AuditEvent event : decisions) {
            if (!(event instanceof AuditEvent.CertificateRevoked
                    || event instanceof AuditEvent.CertificateHeld
                    || event instanceof AuditEvent.HoldReleased
                    || event instanceof AuditEvent.KeyBlocked
                    || event instanceof AuditEvent.RevocationRefused)) {
                throw new IllegalArgumentException(
                        "no decision to revoke: " + event.getClass().getSimpleName());
            }
        }
        recorder.record(decisions);
    }

    @Override
    public Optional<Revocation> find(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException {
        return recorder.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT * FROM revocation WHERE issuer = ? AND serial = ?")) {
                query.setString(1, issuer.text());
                query.setBytes(2, Columns.serial(serialNumber));
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(read(row)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public Set<Fingerprint> blockedAmong(Set<Fingerprint> publicKeys) throws LedgerException {
        if (publicKeys.isEmpty()) {
            return Set.of();
        }
        Object[] wanted = publicKeys.stream().map(Fingerprint::octets).toArray();
        return recorder.read(connection -> {
            Set<Fingerprint> blocked = new HashSet<>();
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT spki FROM blocked_key WHERE spki = ANY(?)")) {
                query.setArray(1, connection.createArrayOf("VARBINARY", wanted));
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        blocked.add(Fingerprint.ofDigest(row.getBytes(1)));
                    }
                }
            }
            return Set.copyOf(blocked);
        });
    }

    @Override
    public void forEach(AuthorityName issuer, Consumer<Revocation> each) throws LedgerException {
        recorder.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT * FROM revocation WHERE issuer = ? ORDER BY issuer, serial")) {
                query.setString(1, issuer.text());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        each.accept(read(row));
                    }
                }
            }
            return issuer;
        });
    }

    private static Revocation read(ResultSet row) throws SQLException, LedgerException {
        int code = row.getInt("reason");
        return new Revocation(
                Columns.serial(row, "serial"),
                RevocationReason.ofCode(code)
                        .orElseThrow(() -> new LedgerException("the register names the reason " + code)),
                Instant.ofEpochSecond(row.getLong("revoked_s")),
                Columns.instant(row, "invalid_s"),
                Instant.ofEpochSecond(row.getLong("expires_s")));
    }
}
