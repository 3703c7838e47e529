package cairn.app.crash;

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

/** The real ledger; tells of the steps that pass through it. */
record WatchedCertificates(CertificateLedger ledger, WatchedFiles files, Observer observer)
        implements CertificateLedger {
    @Override
    public SerialNumber reserveSerial(AuthorityName issuer) throws LedgerException {
        SerialNumber serial = ledger.reserveSerial(issuer);
        observer.seen(Evidence.SERIAL, serial.octets());
        observer.reached(Step.SERIAL_RESERVED);
        return serial;
    }

    @Override
    public void recordIntents(List<IssuanceIntent> intents) throws LedgerException {
        observer.reached(Step.PREPARED);
        files.enter(WatchedFiles.Phase.INTENT);
        ledger.recordIntents(intents);
        files.leave();
        observer.reached(Step.INTENT_RECORDED);
    }

    @Override
    public void complete(List<Completion> completions) throws LedgerException {
        observer.reached(Step.VERIFIED);
        files.enter(WatchedFiles.Phase.COMPLETION);
        ledger.complete(completions);
        files.leave();
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

    @Override
    public Optional<IssuanceIntent> findClosed(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException {
        return ledger.findClosed(issuer, serialNumber);
    }
}
