package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateStatus;
import cairn.ca.revocation.Revocation;
import cairn.ca.revocation.RevocationReason;
import cairn.ca.storage.CertificateFacts.Fact;
import cairn.ca.storage.RegisterWriter.Frequent;
import cairn.ca.x509.SerialNumber;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The rows of revocations and of what they do to certificates. */
final class RevocationProjection {
    private final RegisterWriter writer;
    private final CertificateFacts facts;
    private final Set<CertificateFacts.Key> touched = new HashSet<>();

    RevocationProjection(RegisterWriter writer) {
        this.writer = writer;
        this.facts = new CertificateFacts(writer.connection());
    }

    void revoked(AuditEvent.CertificateRevoked event) throws SQLException {
        RevocationReason reason = RevocationReason.ofWord(event.reason())
                .orElseThrow(() -> new IllegalArgumentException("there is no reason " + event.reason()));
        enter(
                new CertificateFacts.Key(event.issuer(), event.serialNumber()),
                CertificateStatus.REVOKED,
                reason,
                event.revokedAt(),
                event.invalidityDate());
    }

    void held(AuditEvent.CertificateHeld event) throws SQLException {
        enter(
                new CertificateFacts.Key(event.issuer(), event.serialNumber()),
                CertificateStatus.HELD,
                RevocationReason.CERTIFICATE_HOLD,
                event.heldAt(),
                Optional.empty());
    }

    void released(AuditEvent.HoldReleased event) throws SQLException {
        CertificateFacts.Key key = new CertificateFacts.Key(event.issuer(), event.serialNumber());
        Fact fact = touch(key);
        remove(key);
        status(key, fact, CertificateStatus.VALID, Optional.empty(), event.releasedAt());
    }

    void blocked(AuditEvent.KeyBlocked event) throws SQLException {
        writer.rare(
                "DELETE FROM blocked_key WHERE spki = ?",
                statement -> statement.setBytes(1, event.publicKey().octets()));
        writer.rare("INSERT INTO blocked_key (spki, words) VALUES (?, ?)", statement -> {
            statement.setBytes(1, event.publicKey().octets());
            statement.setString(2, event.words());
        });
    }

    /** The batch ends. */
    void finish() {
        touched.clear();
    }

    private void enter(
            CertificateFacts.Key key,
            CertificateStatus status,
            RevocationReason reason,
            Instant at,
            Optional<Instant> invalidity)
            throws SQLException {
        Fact fact = touch(key);
        if (fact.status() != CertificateStatus.VALID) {
            remove(key);
        }
        Revocation row = new Revocation(key.serialNumber(), reason, at, invalidity, fact.notAfter());
        writer.frequent(Frequent.REVOKED, statement -> {
            statement.setString(1, key.issuer().text());
            statement.setBytes(2, Columns.serial(key.serialNumber()));
            statement.setInt(3, row.reason().code());
            statement.setLong(4, Columns.seconds(row.revokedAt()));
            Columns.set(statement, 5, row.invalidityDate());
            statement.setLong(6, Columns.seconds(row.expires()));
        });
        status(key, fact, status, Optional.of(reason), at);
    }

    /** What the certificate is; sends what is waiting if this batch has changed it already. */
    private Fact touch(CertificateFacts.Key key) throws SQLException {
        if (!touched.add(key)) {
            writer.send();
        }
        return facts.find(key)
                .orElseThrow(() -> new IllegalArgumentException("there is no certificate " + key.serialNumber()));
    }

    private void remove(CertificateFacts.Key key) throws SQLException {
        writer.frequent(Frequent.NOT_REVOKED, statement -> {
            statement.setString(1, key.issuer().text());
            statement.setBytes(2, Columns.serial(key.serialNumber()));
        });
    }

    private void status(
            CertificateFacts.Key key,
            Fact before,
            CertificateStatus after,
            Optional<RevocationReason> reason,
            Instant at)
            throws SQLException {
        if (!before.issued()) {
            return;
        }
        AuthorityName issuer = key.issuer();
        SerialNumber serial = key.serialNumber();
        writer.frequent(Frequent.STATUS, statement -> {
            statement.setString(1, Columns.status(after));
            if (reason.isPresent()) {
                statement.setInt(2, reason.get().code());
                statement.setLong(3, Columns.seconds(at));
            } else {
                statement.setNull(2, Types.INTEGER);
                statement.setNull(3, Types.BIGINT);
            }
            statement.setBytes(4, Columns.serial(serial));
            statement.setString(5, issuer.text());
        });
        writer.count(issuer, before.status(), -1);
        writer.count(issuer, after, 1);
    }
}
