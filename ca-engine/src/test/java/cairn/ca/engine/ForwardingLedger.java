package cairn.ca.engine;

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
import cairn.ca.x509.SerialNumber;
import java.util.List;
import java.util.Optional;

/** Another ledger, except for what a subclass does in its own way. */
public abstract class ForwardingLedger implements CertificateLedger {
    private final CertificateLedger ledger;

    protected ForwardingLedger(CertificateLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void recordIntents(List<IssuanceIntent> intents) throws LedgerException {
        ledger.recordIntents(intents);
    }

    @Override
    public void complete(List<Completion> completions) throws LedgerException {
        ledger.complete(completions);
    }

    @Override
    public SerialNumber reserveSerial(AuthorityName issuer) throws LedgerException {
        return ledger.reserveSerial(issuer);
    }

    @Override
    public void failed(IntentId id, String failure, String words) throws LedgerException {
        ledger.failed(id, failure, words);
    }

    @Override
    public void close(IntentId id, AuditEvent.Signed signed, String words) throws LedgerException {
        ledger.close(id, signed, words);
    }

    @Override
    public Optional<IssuanceIntent> findClosed(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException {
        return ledger.findClosed(issuer, serialNumber);
    }

    @Override
    public List<OpenIntent> openIntents() throws LedgerException {
        return ledger.openIntents();
    }

    @Override
    public Optional<Certificate> find(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException {
        return ledger.find(issuer, serialNumber);
    }

    @Override
    public List<Certificate> findByKey(AuthorityName issuer, Fingerprint publicKey) throws LedgerException {
        return ledger.findByKey(issuer, publicKey);
    }
}
