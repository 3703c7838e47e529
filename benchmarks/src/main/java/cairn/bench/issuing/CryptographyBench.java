package cairn.bench.issuing;

import cairn.bench.measure.CpuClock;
import cairn.bench.measure.Variant;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.csr.RequestReader;
import cairn.ca.issuance.Issuer;
import cairn.ca.issuance.ThrowAwaySigner;
import cairn.ca.signing.SigningException;
import cairn.ca.x509.SignatureCheck;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** The signatures and signature checks of one issuance, each by itself: what is left of the whole is the engine's work. */
public final class CryptographyBench {
    /** What stands for the bytes to be signed: as long as those of the certificates. */
    private static final int CONTENT_OCTETS = 600;

    private final CpuClock clock;
    private final int operations;
    private final ThrowAwaySigner throwAway;
    private final Issuer issuer;
    private final List<CertificationRequest> requests = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private final List<byte[]> signatures = new ArrayList<>();

    /** Does with {@code issuer} what is done for these requests. */
    public CryptographyBench(CpuClock clock, List<byte[]> requests, Issuer issuer, SecureRandom random)
            throws Exception {
        this.clock = clock;
        this.operations = requests.size();
        this.throwAway = new ThrowAwaySigner(random);
        this.issuer = issuer;
        for (byte[] request : requests) {
            this.requests.add(RequestReader.read(request));
            byte[] content = new byte[CONTENT_OCTETS];
            random.nextBytes(content);
            contents.add(content);
            signatures.add(issuer.key().sign(issuer.algorithm(), content));
        }
    }

    /** Proof of possession, throw-away signature, signature on the token, check of that signature: in this order. */
    public List<Variant> variants(String group) {
        return List.of(
                variant(group, "the request's signature checked", this::checkPossession),
                variant(group, "the throw-away signature", this::signThrowAway),
                variant(group, "the signature on the software token", this::signOnToken),
                variant(group, "the new signature checked", this::checkSignature));
    }

    private Variant variant(String group, String name, Variant.Work work) {
        return new Variant(group, name, operations, work, clock::own);
    }

    private void checkPossession() {
        for (CertificationRequest request : requests) {
            require(request.provesPossession());
        }
    }

    private void signThrowAway() {
        for (byte[] content : contents) {
            require(throwAway.sign(issuer.keyType(), issuer.algorithm(), content).length > 0);
        }
    }

    private void signOnToken() throws SigningException {
        for (byte[] content : contents) {
            require(issuer.key().sign(issuer.algorithm(), content).length > 0);
        }
    }

    private void checkSignature() {
        for (int i = 0; i < operations; i++) {
            require(SignatureCheck.verifies(
                    issuer.publicKey(), issuer.algorithm().identifier(), contents.get(i), signatures.get(i)));
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("a signature does not verify");
        }
    }
}
