package cairn.ca.authority;

import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.ClockException;
import cairn.ca.audit.LedgerException;
import cairn.ca.audit.TrustedClock;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.LintResult;
import cairn.ca.lint.LintSkip;
import cairn.ca.lint.Linter;
import cairn.ca.signing.CheckedSigning;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SignatureOutcome;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.Finding;
import cairn.ca.x509.MalformedException;
import cairn.ca.x509.Octets;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignedDer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;

/**
 * Intermediates whose certificate comes from an issuer outside of this workspace: the request goes out, the certificate is
 * brought back, and is believed only after every check.
 */
public final class OutsideAuthorities {
    private final AuthorityRegister register;
    private final TrustedClock clock;
    private final Linter linter;
    private final KeyCreation keys;

    /** Works on these. */
    public OutsideAuthorities(AuthorityRegister register, TrustedClock clock, Linter linter) {
        this.register = register;
        this.clock = clock;
        this.linter = linter;
        this.keys = new KeyCreation(register);
    }

    /**
     * Generates the key and signs a request (RFC 2986) for the outside issuer; the authority waits for the answer. Resumed,
     * the request that waits already is handed out again, for its file may be lost.
     */
    public CertificationRequest request(
            AuthorityName name, DistinguishedName subject, KeyOrder order, KeyStoreToken token)
            throws AuthorityException, SigningException, LedgerException {
        if (order.resume() && isOut(name)) {
            return again(name, subject);
        }
        AuthorityService.requireNameFree(register, name);
        if (subject.isEmpty()) {
            throw new AuthorityException.Refused("subject", "the subject of an authority is not empty");
        }
        SigningKey key = keys.obtain(name, order, token);
        CertificationRequest request = sign(subject, key, order.algorithm());
        register.record(new AuditEvent.AuthorityRequested(
                name, key.reference(), order.algorithm().word(), Octets.of(request.encoded())));
        return request;
    }

    /**
     * Brings the certificate back and puts the authority into service.
     *
     * @param chain the outside issuers, the certificate's own issuer first, up to a self-signed root
     * @param skips lint rules that shall not block, with the reasons
     */
    public Authority accept(AuthorityName name, Certificate certificate, List<Certificate> chain, List<LintSkip> skips)
            throws AuthorityException, LedgerException {
        Authority authority = register.find(name)
                .filter(found -> found.state() == Authority.State.REQUESTED)
                .orElseThrow(() ->
                        new AuthorityException.Refused("state", "no request of an authority " + name + " is out"));
        CertificationRequest request = requested(name);
        if (!certificate.publicKey().equals(request.publicKey())) {
            throw new AuthorityException.Refused(
                    "key", "the certificate is for another key than the request of authority " + name);
        }
        if (!certificate.subject().equals(request.subject())) {
            throw new AuthorityException.Refused(
                    "subject",
                    "the certificate names " + certificate.subject() + ", the request of authority " + name + " named "
                            + request.subject());
        }
        try {
            OutsideChain.require(certificate, chain, clock.now());
        } catch (ClockException e) {
            throw new AuthorityException.Refused("clock", String.valueOf(e.getMessage()), e);
        }
        requireClean(certificate, chain.getFirst(), skips);
        register.record(new AuditEvent.AuthorityCreated(
                name,
                authority.key(),
                authority.algorithm().word(),
                Octets.of(certificate.encoded()),
                Optional.empty(),
                chain.stream().map(each -> Octets.of(each.encoded())).toList()));
        return register.find(name)
                .orElseThrow(() -> new LedgerException("authority " + name + " is gone right after it was recorded"));
    }

    private boolean isOut(AuthorityName name) throws LedgerException {
        return register.find(name)
                .filter(found -> found.state() == Authority.State.REQUESTED)
                .isPresent();
    }

    private CertificationRequest again(AuthorityName name, DistinguishedName subject)
            throws AuthorityException.Refused, LedgerException {
        CertificationRequest request = requested(name);
        if (!request.subject().equals(subject)) {
            throw new AuthorityException.Refused(
                    "subject",
                    "the request of authority " + name + " that is out names " + request.subject() + ", not "
                            + subject);
        }
        return request;
    }

    private CertificationRequest requested(AuthorityName name) throws LedgerException {
        Octets recorded = register.request(name)
                .orElseThrow(() -> new LedgerException("the request of authority " + name + " is not recorded"));
        try {
            return CertificationRequest.ofDer(recorded.toArray());
        } catch (MalformedException e) {
            throw new LedgerException("the recorded request of authority " + name + " cannot be read", e);
        }
    }

    private void requireClean(Certificate certificate, Certificate issuer, List<LintSkip> skips)
            throws AuthorityException.Refused {
        List<Finding> found = linter.lint(certificate, LintContext.unknown().issuedBy(issuer));
        LintResult result = LintResult.of(found, skips);
        if (result.blocks()) {
            throw new AuthorityException.Refused(
                    "lint", result.findings().stream().map(Finding::toString).collect(Collectors.joining("; ")));
        }
    }

    private static CertificationRequest sign(DistinguishedName subject, SigningKey key, SignatureAlgorithm algorithm)
            throws AuthorityException.Refused, SigningException {
        byte[] content = information(subject, key);
        byte[] signature = switch (CheckedSigning.sign(key, key.publicKey(), algorithm, content)) {
            case SignatureOutcome.Signed(var octets) -> octets.toArray();
            case SignatureOutcome.NotSigned(var failure) -> throw failure;
            case SignatureOutcome.Unknown(var failure) -> throw failure;
            case SignatureOutcome.Wrong(String words) -> throw new AuthorityException.Refused("signature", words);
        };
        try {
            return CertificationRequest.ofDer(SignedDer.assemble(content, algorithm.identifier(), signature));
        } catch (MalformedException e) {
            throw new IllegalStateException("a request made here cannot be read", e);
        }
    }

    private static byte[] information(DistinguishedName subject, SigningKey key) {
        try {
            return new CertificationRequestInfo(subject.name(), key.publicKey().info(), new DERSet()).getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("values in memory can be encoded", e);
        }
    }
}
