package cairn.app.crash;

import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.LedgerException;
import cairn.ca.engine.ForwardingLedger;
import cairn.ca.issuance.CertificateLedger;
import cairn.ca.issuance.Completion;
import cairn.ca.issuance.IssuanceIntent;
import cairn.ca.x509.SerialNumber;
import java.util.List;

/** The real ledger; tells of the steps that pass through it. */
final class WatchedCertificates extends ForwardingLedger {
    private final WatchedFiles files;
    private final Observer observer;

    WatchedCertificates(CertificateLedger ledger, WatchedFiles files, Observer observer) {
        super(ledger);
        this.files = files;
        this.observer = observer;
    }

    @Override
    public SerialNumber reserveSerial(AuthorityName issuer) throws LedgerException {
        SerialNumber serial = super.reserveSerial(issuer);
        observer.seen(Evidence.SERIAL, serial.octets());
        observer.reached(Step.SERIAL_RESERVED);
        return serial;
    }

    @Override
    public void recordIntents(List<IssuanceIntent> intents) throws LedgerException {
        observer.reached(Step.PREPARED);
        files.enter(WatchedFiles.Phase.INTENT);
        super.recordIntents(intents);
        files.leave();
        observer.reached(Step.INTENT_RECORDED);
    }

    @Override
    public void complete(List<Completion> completions) throws LedgerException {
        observer.reached(Step.VERIFIED);
        files.enter(WatchedFiles.Phase.COMPLETION);
        super.complete(completions);
        files.leave();
    }
}
