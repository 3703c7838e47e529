package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Issues certificates for files of requests; a bad one stops no other, and there is one outcome for each file. */
public final class BatchIssue {
    private final Session session;
    private final Issuer issuer;
    private final Profile profile;
    private final OperatorChoices choices;
    private final List<LintSkip> skips;
    private final @Nullable CertificatePlaces places;
    private final Map<Fingerprint, Path> asked = new HashMap<>();

    /** Issues by this issuer under this profile; where the certificates go is the caller's affair. */
    public BatchIssue(Session session, Issuer issuer, Profile profile, OperatorChoices choices, List<LintSkip> skips) {
        this(session, issuer, profile, choices, skips, null);
    }

    /** Issues by this issuer under this profile, where each certificate has a place to go to, if that is to be seen to. */
    public BatchIssue(
            Session session,
            Issuer issuer,
            Profile profile,
            OperatorChoices choices,
            List<LintSkip> skips,
            @Nullable CertificatePlaces places) {
        this.session = session;
        this.issuer = issuer;
        this.profile = profile;
        this.choices = choices;
        this.skips = List.copyOf(skips);
        this.places = places;
    }

    /** What became of one file. */
    public sealed interface Outcome {
        /** The file with the request. */
        Path request();

        /**
         * A certificate was issued.
         *
         * @param earlier how many certificates of this issuer the key had before
         */
        record Issued(Path request, Certificate certificate, int earlier) implements Outcome {}

        /** It was not, or nobody knows. */
        record Failed(Path request, Exception failure) implements Outcome {}
    }

    private record Numbered(int position, Outcome outcome) {}

    /** An order that came of a file, and how many certificates its key has already. */
    private record Ordered(int position, IssuanceOrder order, int earlier) {}

    /** One outcome for each file, in their order. */
    public List<Outcome> issue(List<Path> files) throws LedgerException, JournalException, IOException, Problem {
        List<Numbered> outcomes = new ArrayList<>();
        List<Ordered> ordered = order(files, outcomes);
        List<PreparedCertificate> prepared = new ArrayList<>();
        List<Ordered> ready = new ArrayList<>();
        List<PreparationResult> results = session.services()
                .issuance()
                .prepareAll(ordered.stream().map(Ordered::order).toList());
        for (int i = 0; i < results.size(); i++) {
            int position = ordered.get(i).position();
            switch (results.get(i)) {
                case PreparationResult.Ready one -> {
                    prepared.add(one.prepared());
                    ready.add(ordered.get(i));
                }
                case PreparationResult.Refused refused ->
                    outcomes.add(new Numbered(position, new Outcome.Failed(files.get(position), refused.failure())));
            }
        }
        List<IssuanceResult> issued = session.services().issuance().issueAll(prepared);
        for (int i = 0; i < issued.size(); i++) {
            Ordered one = ready.get(i);
            Path file = files.get(one.position());
            outcomes.add(new Numbered(
                    one.position(),
                    switch (issued.get(i)) {
                        case IssuanceResult.Issued done -> new Outcome.Issued(file, done.certificate(), one.earlier());
                        case IssuanceResult.Failed failed -> new Outcome.Failed(file, failed.failure());
                    }));
        }
        outcomes.sort(Comparator.comparingInt(Numbered::position));
        return outcomes.stream().map(Numbered::outcome).toList();
    }

    /** The orders that the files amount to; refusals are recorded and become outcomes. */
    private List<Ordered> order(List<Path> files, List<Numbered> outcomes)
            throws LedgerException, JournalException, IOException, Problem {
        RequestPolicy policy = session.requests();
        List<Ordered> ordered = new ArrayList<>();
        List<AuditEvent> refusals = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            try {
                IssuanceOrder order = order(file, policy, refusals);
                ordered.add(new Ordered(i, order, earlier(order)));
            } catch (IOException | RequestRefusedException | Problem e) {
                outcomes.add(new Numbered(i, new Outcome.Failed(file, e)));
            }
        }
        if (!refusals.isEmpty()) {
            session.register().journal().append(refusals);
        }
        return ordered;
    }

    private int earlier(IssuanceOrder order) throws LedgerException {
        return session.register()
                .certificates()
                .findByKey(issuer.name(), order.content().key().fingerprint())
                .size();
    }

    /** Two files with one key are a mistake: a device gets one certificate. A renewal is a run of its own. */
    private void requireNew(CertificationRequest request, Path file) throws Problem {
        Path first = asked.putIfAbsent(request.publicKey().fingerprint(), file);
        if (first != null) {
            throw Problem.refused(
                    "Q-2",
                    "Another file of this run asks for a certificate for the same key.",
                    file + " and " + first,
                    "Keep one of them; a second certificate for a key is a run of its own.");
        }
    }

    private IssuanceOrder order(Path file, RequestPolicy policy, List<AuditEvent> refusals)
            throws IOException, RequestRefusedException, Problem {
        if (places != null) {
            places.requireFree(file);
        }
        byte[] content = InputFile.read(file);
        Fingerprint digest = Fingerprint.of(content);
        try {
            CertificationRequest request = RequestReader.read(content);
            policy.check(request);
            requireNew(request, file);
            if (places != null) {
                places.take(file);
            }
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
