package cairn.bench.issuing;

import cairn.bench.measure.CpuClock;
import cairn.bench.measure.Median;
import cairn.bench.measure.Variant;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.csr.RequestPolicy;
import cairn.ca.csr.RequestReader;
import cairn.ca.csr.RequestRefusedException;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.IssuanceResult;
import cairn.ca.issuance.Issuer;
import cairn.ca.issuance.PreparationResult;
import cairn.ca.issuance.PreparedCertificate;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.storage.Surroundings;
import cairn.ca.storage.WorkspaceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Issues certificates for requests in memory, in pieces as the application does. Certificates reach the journal and the
 * register, each piece flushed to the disk twice; no files are read or written beside those.
 */
public final class IssuingBench implements AutoCloseable {
    private final CpuClock clock;
    private final List<byte[]> requests;
    private final int piece;
    private final StepClock steps;
    private final Workspace workspace;
    private final RequestPolicy policy = RequestPolicy.standard();
    private final Profile profile = Workspace.profile("iot-device");
    private final OperatorChoices choices = OperatorChoices.none()
            .withVariable("crl-url", "http://pki.fjord.example/devices.crl")
            .withVariable("issuer-url", "http://pki.fjord.example/devices.crt")
            .withVariable("ocsp-url", "http://ocsp.fjord.example");
    private final Map<Step, List<Double>> samples = new EnumMap<>(Step.class);

    /** Where it is done. */
    public record Place(Path folder, Surroundings surroundings, Executor workers) {}

    /** Issues for each of {@code requests} once in a round, {@code piece} at a time. */
    public IssuingBench(CpuClock clock, List<byte[]> requests, int piece, Place place) throws Exception {
        this.clock = clock;
        this.requests = List.copyOf(requests);
        this.piece = piece;
        this.steps = new StepClock(clock);
        this.workspace = Workspace.create(place.folder(), place.surroundings(), place.workers(), steps);
    }

    /** An authority with its key on the token. */
    public Issuer createIssuer(String name, KeyStoreToken token) throws Exception {
        return workspace.createIssuer(name, token);
    }

    /** The same authority, its key reached another way. */
    public Issuer open(String name, KeyStoreToken token) throws Exception {
        return workspace.open(name, token);
    }

    /** Issuance from the bytes of the requests: they are read and checked. */
    public Variant withCheck(String group, String name, Issuer issuer, LongSupplier cpu) {
        return new Variant(group, name, requests.size(), () -> issueChecked(issuer), cpu);
    }

    /** The same as {@link #withCheck}; keeps what each step took. */
    public Variant withCheckInSteps(String group, String name, Issuer issuer) {
        return new Variant(
                group,
                name,
                requests.size(),
                () -> {
                    steps.take();
                    issueChecked(issuer);
                    steps.take()
                            .forEach((step, nanos) -> samples.computeIfAbsent(step, s -> new ArrayList<>())
                                    .add(nanos / 1000.0 / requests.size()));
                },
                clock::own);
    }

    /** Issuance for requests that were read and checked before. */
    public Variant withoutCheck(String group, String name, Issuer issuer, LongSupplier cpu) throws Exception {
        List<IssuanceOrder> orders = new ArrayList<>();
        for (byte[] request : requests) {
            orders.add(order(issuer, RequestReader.read(request)));
        }
        return new Variant(
                group,
                name,
                requests.size(),
                () -> {
                    for (int at = 0; at < orders.size(); at += piece) {
                        issue(orders.subList(at, Math.min(orders.size(), at + piece)));
                    }
                },
                cpu);
    }

    /** Microseconds a certificate of each step, the median of the last so many rounds. */
    public Map<Step, Double> stepMicros(int rounds) {
        Map<Step, Double> medians = new EnumMap<>(Step.class);
        samples.forEach((step, numbers) ->
                medians.put(step, Median.of(numbers.subList(Math.max(0, numbers.size() - rounds), numbers.size()))));
        return medians;
    }

    private void issueChecked(Issuer issuer) throws Exception {
        for (int at = 0; at < requests.size(); at += piece) {
            steps.begin(Step.READ);
            List<IssuanceOrder> orders = new ArrayList<>(piece);
            for (byte[] bytes : requests.subList(at, Math.min(requests.size(), at + piece))) {
                orders.add(checked(issuer, bytes));
            }
            steps.end();
            issue(orders);
        }
    }

    private IssuanceOrder checked(Issuer issuer, byte[] bytes) throws RequestRefusedException {
        CertificationRequest request = RequestReader.read(bytes);
        policy.check(request);
        return order(issuer, request);
    }

    private IssuanceOrder order(Issuer issuer, CertificationRequest request) {
        return IssuanceOrder.of(issuer, profile, request, choices);
    }

    private void issue(List<IssuanceOrder> orders) throws Exception {
        steps.begin(Step.PREPARE);
        List<PreparedCertificate> prepared = new ArrayList<>(orders.size());
        for (PreparationResult result : workspace.issuance().prepareAll(orders)) {
            switch (result) {
                case PreparationResult.Ready ready -> prepared.add(ready.prepared());
                case PreparationResult.Refused refused -> throw refused.failure();
            }
        }
        steps.end();
        steps.begin(Step.SIGN);
        for (IssuanceResult result : workspace.issuance().issueAll(prepared)) {
            if (result instanceof IssuanceResult.Failed failed) {
                throw failed.failure();
            }
        }
        steps.end();
    }

    /** Ends the workspace. */
    @Override
    public void close() throws WorkspaceException {
        workspace.close();
    }
}
