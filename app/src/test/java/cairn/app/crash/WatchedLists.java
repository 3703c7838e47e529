package cairn.app.crash;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.crl.CrlIntent;
import cairn.ca.crl.CrlLedger;
import cairn.ca.crl.CrlRecord;
import cairn.ca.x509.CertificateList;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The real ledger of lists; tells of the steps that pass through it. */
record WatchedLists(CrlLedger ledger, WatchedFiles files, Observer observer) implements CrlLedger {
    @Override
    public BigInteger nextNumber(AuthorityName issuer) throws LedgerException {
        BigInteger number = ledger.nextNumber(issuer);
        observer.reached(Step.LIST_NUMBER_RESERVED);
        return number;
    }

    @Override
    public void recordIntent(CrlIntent intent) throws LedgerException {
        files.enter(WatchedFiles.Phase.LIST_INTENT);
        ledger.recordIntent(intent);
        files.leave();
        observer.reached(Step.LIST_INTENT_RECORDED);
    }

    @Override
    public void complete(IntentId id, CertificateList list) throws LedgerException {
        observer.reached(Step.LIST_VERIFIED);
        files.enter(WatchedFiles.Phase.LIST_COMPLETION);
        ledger.complete(id, list);
        files.leave();
    }

    @Override
    public void close(IntentId id, AuditEvent.Signed signed, String words) throws LedgerException {
        ledger.close(id, signed, words);
    }

    @Override
    public List<CrlIntent> openIntents() throws LedgerException {
        return ledger.openIntents();
    }

    @Override
    public Optional<CrlRecord> latest(AuthorityName issuer) throws LedgerException {
        return ledger.latest(issuer);
    }

    @Override
    public List<CrlRecord> history(AuthorityName issuer) throws LedgerException {
        return ledger.history(issuer);
    }

    @Override
    public CertificateList read(CrlRecord record) throws LedgerException {
        return ledger.read(record);
    }
}
