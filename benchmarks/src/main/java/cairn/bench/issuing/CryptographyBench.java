package cairn.bench.issuing;

import cairn.bench.measure.CpuClock;
import cairn.bench.measure.Variant;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.csr.RequestReader;
import cairn.ca.csr.RequestRefusedException;
import cairn.ca.issuance.Issuer;
import cairn.ca.issuance.ThrowAwaySigner;
import cairn.ca.signing.SigningException;
import cairn.ca.x509.SignatureCheck;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.IntPredicate;

/** The signatures and signature checks of one issuance, each by itself: what is left of the whole is the engine's work. */
public final class CryptographyBench {
    /** What stands for the bytes to be signed: as long as those of the certificates. */
    private static final int CONTENT_OCTETS = 600;

    private final CpuClock clock;
    private final Executor workers;
    private final List<byte[]> encoded;
    private final ThrowAwaySigner throwAway;
    private final Issuer issuer;
    private final List<CertificationRequest> requests = new ArrayList<>();
    private final List<byte[]> contents = new ArrayList<>();
    private final List<byte[]> signatures = new ArrayList<>();

    /** Does with {@code issuer} what is done for these requests. */
    public CryptographyBench(
            CpuClock clock, List<byte[]> requests, Issuer issuer, SecureRandom random, Executor workers)
            throws Exception {
        this.clock = clock;
        this.workers = workers;
        this.encoded = List.copyOf(requests);
        this.throwAway = new ThrowAwaySigner(random);
        this.issuer = issuer;
        for (int i = 0; i < requests.size(); i++) {
            byte[] content = new byte[CONTENT_OCTETS];
            random.nextBytes(content);
            contents.add(content);
            signatures.add(issuer.key().sign(issuer.algorithm(), content));
        }
    }

    /** Proof of possession, throw-away signature, signature on the token, check of that signature: in this order. */
    public List<Variant> variants(String group) {
        return List.of(
                new Variant(
                        group,
                        "the request's signature checked",
                        encoded.size(),
                        this::readRequests,
                        this::checkPossession,
                        clock::own),
                parallel(group, "the throw-away signature", i -> {
                    byte[] content = contents.get(i);
                    return throwAway.sign(issuer.keyType(), issuer.algorithm(), content).length > 0;
                }),
                parallel(group, "the signature on the software token", this::signOnToken),
                parallel(
                        group,
                        "the new signature checked",
                        i -> SignatureCheck.verifies(
                                issuer.publicKey(),
                                issuer.algorithm().identifier(),
                                contents.get(i),
                                signatures.get(i))));
    }

    /** Anew for each round, since a key that was seen before is checked faster. */
    private void readRequests() throws RequestRefusedException {
        requests.clear();
        for (byte[] request : encoded) {
            requests.add(RequestReader.read(request));
        }
    }

    private void checkPossession() {
        for (CertificationRequest request : requests) {
            require(request.provesPossession());
        }
    }

    private boolean signOnToken(int which) {
        try {
            return issuer.key().sign(issuer.algorithm(), contents.get(which)).length > 0;
        } catch (SigningException e) {
            return false;
        }
    }

    /** On two threads, as many as issuance has on a machine with two processors, so that the work costs what it costs there. */
    private Variant parallel(String group, String name, IntPredicate work) {
        int half = encoded.size() / 2;
        return new Variant(
                group,
                name,
                encoded.size(),
                () -> {
                    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> range(0, half, work), workers);
                    CompletableFuture<Void> second =
                            CompletableFuture.runAsync(() -> range(half, encoded.size(), work), workers);
                    first.join();
                    second.join();
                },
                clock::own);
    }

    private static void range(int from, int to, IntPredicate work) {
        for (int i = from; i < to; i++) {
            require(work.test(i));
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("nothing was signed, or a signature does not verify");
        }
    }
}
