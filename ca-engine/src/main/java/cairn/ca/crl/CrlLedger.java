package cairn.ca.crl;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.x509.CertificateList;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The record of lists. Each method returns when its record is on stable storage. */
public interface CrlLedger {
    /** A number greater than every number of this issuer that was ever in an intent, starting at 1. */
    BigInteger nextNumber(AuthorityName issuer) throws LedgerException;

    /** Records that a list is about to be signed; refuses a number that is not greater than every earlier one. */
    void recordIntent(CrlIntent intent) throws LedgerException;

    /** Keeps the list's bytes and completes the intent. */
    void complete(IntentId id, CertificateList list) throws LedgerException;

    /** Ends an open intent without a list. */
    void close(IntentId id, AuditEvent.Signed signed, String words) throws LedgerException;

    /** Lists that were intended and neither completed nor closed. */
    List<CrlIntent> openIntents() throws LedgerException;

    /** The newest list of an issuer. */
    Optional<CrlRecord> latest(AuthorityName issuer) throws LedgerException;

    /** All lists of an issuer, newest first. */
    List<CrlRecord> history(AuthorityName issuer) throws LedgerException;

    /** The bytes of a list, checked against its recorded digest. */
    CertificateList read(CrlRecord record) throws LedgerException;
}
