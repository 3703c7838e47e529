package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.JournalException;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.csr.RequestPolicy;
import cairn.ca.csr.RequestReader;
import cairn.ca.csr.RequestRefusedException;
import cairn.ca.issuance.IssuanceOrder;
import cairn.ca.issuance.IssuanceResult;
import cairn.ca.issuance.Issuer;
import cairn.ca.issuance.PreparationResult;
import cairn.ca.issuance.PreparedCertificate;
import cairn.ca.lint.LintSkip;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.x509.Certificate;
import cairn.ca.x509.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Issues certificates for files of requests; a bad one stops no other, and there is one outcome for each file. */
public final class BatchIssue {
    /** How many requests share one durable step; the screen hears of each, and a stop waits for the one in hand. */
    public static final int CHUNK = 100;

    private final Session session;
    private final Issuer issuer;
    private final Profile profile;
    private final OperatorChoices choices;
    private final List<LintSkip> skips;

    /** Issues by this issuer under this profile. */
    public BatchIssue(Session session, Issuer issuer, Profile profile, OperatorChoices choices, List<LintSkip> skips) {
        this.session = session;
        this.issuer = issuer;
        this.profile = profile;
        this.choices = choices;
        this.skips = List.copyOf(skips);
    }

    /** What became of one file. */
    public sealed interface Outcome {
        /** The file with the request. */
        Path request();

        /** A certificate was issued. */
        record Issued(Path request, Certificate certificate) implements Outcome {}

        /** It was not, or nobody knows. */
        record Failed(Path request, Exception failure) implements Outcome {}
    }

    private record Numbered(int position, Outcome outcome) {}

    /** One outcome for each file, in their order. */
    public List<Outcome> issue(List<Path> files) throws JournalException, IOException, Problem {
        RequestPolicy policy = session.requests();
        List<Numbered> outcomes = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        List<IssuanceOrder> orders = new ArrayList<>();
        List<AuditEvent> refusals = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            try {
                orders.add(order(file, policy, refusals));
                positions.add(i);
            } catch (IOException | RequestRefusedException e) {
                outcomes.add(new Numbered(i, new Outcome.Failed(file, e)));
            }
        }
        if (!refusals.isEmpty()) {
            session.register().journal().append(refusals);
        }
        List<PreparedCertificate> prepared = new ArrayList<>();
        List<Integer> preparedPositions = new ArrayList<>();
        List<PreparationResult> results = session.services().issuance().prepareAll(orders);
        for (int i = 0; i < results.size(); i++) {
            int position = positions.get(i);
            switch (results.get(i)) {
                case PreparationResult.Ready ready -> {
                    prepared.add(ready.prepared());
                    preparedPositions.add(position);
                }
                case PreparationResult.Refused refused ->
                    outcomes.add(new Numbered(position, new Outcome.Failed(files.get(position), refused.failure())));
            }
        }
        List<IssuanceResult> issued = session.services().issuance().issueAll(prepared);
        for (int i = 0; i < issued.size(); i++) {
            int position = preparedPositions.get(i);
            Path file = files.get(position);
            outcomes.add(new Numbered(
                    position,
                    switch (issued.get(i)) {
                        case IssuanceResult.Issued done -> new Outcome.Issued(file, done.certificate());
                        case IssuanceResult.Failed failed -> new Outcome.Failed(file, failed.failure());
                    }));
        }
        outcomes.sort(Comparator.comparingInt(Numbered::position));
        return outcomes.stream().map(Numbered::outcome).toList();
    }

    private IssuanceOrder order(Path file, RequestPolicy policy, List<AuditEvent> refusals)
            throws IOException, RequestRefusedException {
        byte[] content = Files.readAllBytes(file);
        Fingerprint digest = Fingerprint.of(content);
        try {
            CertificationRequest request = RequestReader.read(content);
            policy.check(request);
            IssuanceOrder order = IssuanceOrder.of(issuer, profile, request, choices);
            return new IssuanceOrder(order.issuer(), order.profile(), order.content(), order.request(), skips);
        } catch (RequestRefusedException.PrivateKeyGiven e) {
            // The digest of a private key is not for a journal either; the file stays with its owner.
            Arrays.fill(content, (byte) 0);
            throw e;
        } catch (RequestRefusedException e) {
            refusals.add(new AuditEvent.InputRefused(digest, e.rule(), e.words()));
            throw e;
        }
    }
}
