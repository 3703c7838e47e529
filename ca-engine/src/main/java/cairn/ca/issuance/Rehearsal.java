package cairn.ca.issuance;

import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintResult;
import cairn.ca.lint.LintSkip;
import cairn.ca.lint.Linter;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignedDer;
import cairn.ca.x509.SubjectPublicKey;
import java.util.List;

/**
 * What is about to be signed, signed by a throw-away key and linted (CA/Browser Forum Baseline Requirements section
 * 4.3.1.2). Safe for use by several threads.
 */
public final class Rehearsal {
    private final Linter linter;
    private final ThrowAwaySigner signer;

    /** Lints with {@code linter} what {@code signer} signs. */
    public Rehearsal(Linter linter, ThrowAwaySigner signer) {
        this.linter = linter;
        this.signer = signer;
    }

    /**
     * A certificate that nobody will ever trust, and the verdict over it.
     *
     * @param certificate the to-be-signed bytes under a throw-away signature
     */
    public record OfCertificate(Certificate certificate, LintResult result) {}

    /** Whether there is a rule of this name. */
    boolean knows(String rule) {
        return linter.rules().stream().anyMatch(known -> known.id().equals(rule));
    }

    /** Rehearses a certificate. */
    public OfCertificate certificate(
            byte[] toBeSigned, KeyType keyType, SignatureAlgorithm algorithm, LintContext context, List<LintSkip> skips)
            throws MalformedException {
        Certificate certificate = Certificate.ofDer(dress(toBeSigned, keyType, algorithm));
        return new OfCertificate(certificate, LintResult.of(linter.lint(certificate, context), skips));
    }

    /** Rehearses a certificate revocation list. */
    public LintResult list(
            byte[] toBeSigned, KeyType keyType, SignatureAlgorithm algorithm, LintContext context, List<LintSkip> skips)
            throws MalformedException {
        CertificateList list = CertificateList.ofDer(dress(toBeSigned, keyType, algorithm));
        return LintResult.of(linter.lint(list, context), skips);
    }

    /** A public key of this type that nobody will use: for trying something out before a real key exists. */
    SubjectPublicKey standIn(KeyType keyType) {
        return signer.publicKey(keyType);
    }

    private byte[] dress(byte[] toBeSigned, KeyType keyType, SignatureAlgorithm algorithm) {
        return SignedDer.assemble(toBeSigned, algorithm.identifier(), signer.sign(keyType, algorithm, toBeSigned));
    }
}
