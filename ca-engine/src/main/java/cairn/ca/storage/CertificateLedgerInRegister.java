package cairn.ca.storage;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.issuance.Completion;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.issuance.OpenIntent;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SerialNumber;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The record of certificates, by way of journal and register. */
final class CertificateLedgerInRegister implements CertificateLedger {
    private final Recorder recorder;
    private final SerialSource serials;

    CertificateLedgerInRegister(Recorder recorder, SerialSource serials) {
        this.recorder = recorder;
        this.serials = serials;
    }

    @Override
    public SerialNumber reserveSerial(AuthorityName issuer) throws LedgerException {
        return serials.next();
    }

    @Override
    public void recordIntents(List<IssuanceIntent> intents) throws LedgerException {
        List<AuditEvent> events = new ArrayList<>(intents.size());
        for (IssuanceIntent intent : intents) {
            events.add(new AuditEvent.IntentRecorded(
                    intent.id(),
                    intent.issuer(),
                    intent.serialNumber(),
                    intent.profile(),
                    intent.toBeSigned(),
                    intent.request(),
                    intent.skippedLints()));
        }
        recorder.record(events);
    }

    @Override
    public void complete(List<Completion> completions) throws LedgerException {
        Parsed parsed = new Parsed();
        List<AuditEvent> events = new ArrayList<>(completions.size());
        for (Completion completion : completions) {
            Octets octets = Octets.of(completion.certificate().encoded());
            parsed.put(octets, completion.certificate());
            events.add(new AuditEvent.CertificateIssued(completion.id(), octets));
        }
        recorder.record(events, parsed);
    }

    @Override
    public void failed(IntentId id, String failure, String words) throws LedgerException {
        recorder.record(List.of(new AuditEvent.SigningFailed(id, failure, words)));
    }

    @Override
    public void close(IntentId id, AuditEvent.Signed signed, String words) throws LedgerException {
        recorder.record(List.of(new AuditEvent.IntentClosed(id, signed, words)));
    }

    @Override
    public List<OpenIntent> openIntents() throws LedgerException {
        return recorder.read(connection -> recorder.open().all());
    }

    @Override
    public Optional<Certificate> find(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException {
        return recorder.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT d.der FROM certificate c"
                    + " JOIN certificate_der d ON d.id = c.id WHERE c.serial = ? AND c.issuer = ?")) {
                query.setBytes(1, Columns.serial(serialNumber));
                query.setString(2, issuer.text());
                return read(query).stream().findFirst();
            }
        });
    }

    @Override
    public Optional<IssuanceIntent> findClosed(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException {
        return recorder.read(connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT * FROM intent WHERE serial = ? AND issuer = ? AND state = ?")) {
                query.setBytes(1, Columns.serial(serialNumber));
                query.setString(2, issuer.text());
                query.setString(3, Columns.CLOSED);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? Optional.of(OpenIntents.intent(row)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public List<Certificate> findByKey(AuthorityName issuer, Fingerprint publicKey) throws LedgerException {
        return recorder.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement("SELECT d.der FROM certificate c"
                    + " JOIN certificate_der d ON d.id = c.id WHERE c.spki = ? AND c.issuer = ? ORDER BY c.id")) {
                query.setBytes(1, publicKey.octets());
                query.setString(2, issuer.text());
                return read(query);
            }
        });
    }

    private static List<Certificate> read(PreparedStatement query) throws SQLException, LedgerException {
        List<Certificate> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(Certificate.ofDer(row.getBytes(1)));
            }
        } catch (MalformedException e) {
            throw damaged(e);
        }
        return found;
    }

    static LedgerException damaged(MalformedException cause) {
        return new LedgerException(
                "a certificate in the register is damaged (" + cause.getMessage()
                        + "); \"cairn workspace rebuild\" makes the register anew from the journal",
                cause);
    }
}
