package cairn.ca.issuance;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import cairn.ca.x509.SerialNumber;
import java.util.List;
import java.util.Optional;

/** The record of what was meant to be signed and what was. Each method returns when its record is on stable storage. */
public interface CertificateLedger {
    /** A serial number that this issuer never used and never will again, even if the intent is never recorded. */
    SerialNumber reserveSerial(AuthorityName issuer) throws LedgerException;

    /** Records intents, all or none, in one durable step. */
    void recordIntents(List<IssuanceIntent> intents) throws LedgerException;

    /** Completes recorded intents, all or none, in one durable step. */
    void complete(List<Completion> completions) throws LedgerException;

    /** Records that signing failed; the intent stays open. */
    void failed(IntentId id, String failure, String words) throws LedgerException;

    /** Ends an open intent without a certificate. */
    void close(IntentId id, AuditEvent.Signed signed, String words) throws LedgerException;

    /**
     * The intent under this serial number that was closed without a certificate. It counts as possibly issued for ever:
     * somewhere a certificate may exist that nobody here has seen.
     */
    Optional<IssuanceIntent> findClosed(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException;

    /** Intents of certificates that have neither a certificate nor a closure, oldest first. */
    List<OpenIntent> openIntents() throws LedgerException;

    /** The certificate that this issuer issued under this serial number. */
    Optional<Certificate> find(AuthorityName issuer, SerialNumber serialNumber) throws LedgerException;

    /** Every certificate that this issuer issued for this public key, oldest first. */
    List<Certificate> findByKey(AuthorityName issuer, Fingerprint publicKey) throws LedgerException;
}
