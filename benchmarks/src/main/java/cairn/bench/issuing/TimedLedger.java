package cairn.bench.issuing;

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

/** A ledger whose two durable steps are timed. */
final class TimedLedger implements CertificateLedger {
    private final CertificateLedger ledger;
    private final StepClock steps;

    TimedLedger(CertificateLedger ledger, StepClock steps) {
        this.ledger = ledger;
        this.steps = steps;
    }

    @Override
    public void recordIntents(List<IssuanceIntent> intents) throws LedgerException {
        steps.begin(Step.INTENT);
        try {
            ledger.recordIntents(intents);
        } finally {
            steps.end();
        }
    }

    @Override
    public void complete(List<Completion> completions) throws LedgerException {
        steps.begin(Step.COMPLETE);
        try {
            ledger.complete(completions);
        } finally {
            steps.end();
        }
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
