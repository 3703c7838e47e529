package cairn.ca.issuance;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.IntentId;
import cairn.ca.audit.LedgerException;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.SignatureCheck;
import cairn.ca.x509.SubjectPublicKey;
import java.util.Arrays;
import java.util.List;

/**
 * Ends what an interruption left open: by proof, when the certificate turns up, or by a person who answers for it. An
 * open serial number counts as possibly issued until then, and after a closure by {@code MAYBE} for ever.
 */
public final class IntentSettlement {
    private final CertificateLedger ledger;

    /** Settles what this ledger holds open. */
    public IntentSettlement(CertificateLedger ledger) {
        this.ledger = ledger;
    }

    /** What is open, oldest first. */
    public List<OpenIntent> open() throws LedgerException {
        return ledger.openIntents();
    }

    /**
     * Ends an intent without a certificate.
     *
     * @param signed {@code NO} only where somebody can know it, from the token's own counter say
     * @param words who decided and why; not blank
     * @throws IssuanceException.Refused if no such intent is open
     */
    public void close(IntentId id, AuditEvent.Signed signed, String words)
            throws LedgerException, IssuanceException.Refused {
        if (words.isBlank()) {
            throw new IssuanceException.Refused("settlement", "an intent is closed with words: who decided, and why");
        }
        if (ledger.openIntents().stream().noneMatch(open -> open.intent().id().equals(id))) {
            throw new IssuanceException.Refused("settlement", "no open intent has the id " + id);
        }
        ledger.close(id, signed, words);
    }

    /**
     * Completes the intent that {@code certificate} came from: the bytes are those of the intent, the signature is the
     * issuer's.
     *
     * @param issuerKey the public key of the issuer; for a root, the key in the certificate itself
     * @throws IssuanceException.Refused if it proves nothing
     */
    public IntentId prove(Certificate certificate, SubjectPublicKey issuerKey)
            throws LedgerException, IssuanceException.Refused {
        byte[] toBeSigned = certificate.toBeSigned();
        for (OpenIntent open : ledger.openIntents()) {
            if (Arrays.equals(open.intent().toBeSigned().toArray(), toBeSigned)) {
                requireSignature(certificate, issuerKey);
                ledger.complete(List.of(new Completion(open.intent().id(), certificate)));
                return open.intent().id();
            }
        }
        throw new IssuanceException.Refused(
                "settlement",
                "no open intent is for this certificate: its content differs from all that were recorded");
    }

    private static void requireSignature(Certificate certificate, SubjectPublicKey issuerKey)
            throws IssuanceException.Refused {
        boolean sameAlgorithm = certificate
                .holder()
                .getSignatureAlgorithm()
                .equals(certificate
                        .holder()
                        .toASN1Structure()
                        .getTBSCertificate()
                        .getSignature());
        if (!sameAlgorithm || !SignatureCheck.verifies(issuerKey, certificate)) {
            throw new IssuanceException.Refused(
                    "settlement", "the content is that of an open intent, but the signature is not the issuer's");
        }
    }
}
