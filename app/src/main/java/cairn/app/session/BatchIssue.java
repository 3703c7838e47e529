package cairn.app.session;

import cairn.app.problem.Problem;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.BoundedWords;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.LedgerException;
import cairn.ca.csr.CertificationRequest;
import cairn.ca.csr.RequestPolicy;
import cairn.ca.csr.RequestReader;
import cairn.ca.csr.RequestRefusedException;
import cairn.ca.inventory.KeyedCertificate;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private @Nullable Resumption interrupted;
    private Contents contents = InputFile::read;

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

    /** Who issues. */
    AuthorityName issuer() {
        return issuer.name();
    }

    /**
     * From now on no request gets a second certificate: the run is one that was interrupted. Needs places for the
     * certificates.
     *
     * @param clock says which certificates have expired
     */
    public void resume(InstantSource clock) throws LedgerException {
        CertificatePlaces files = Objects.requireNonNull(places, "what is resumed has places");
        interrupted = new Resumption(session, issuer.name(), files, clock);
    }

    /** Where the octets of a request come from. */
    @FunctionalInterface
    public interface Contents {
        /** All of them, for the caller to overwrite. */
        byte[] of(Path request) throws IOException, Problem;
    }

    /** From now on requests are taken from {@code source}, and not from the files of their names. */
    public void takeFrom(Contents source) {
        contents = source;
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

        /**
         * An earlier run issued it; no second one was signed.
         *
         * @param filed whether its file is there and holds it
         * @param earlier how many more certificates of this issuer the key has
         */
        record AlreadyIssued(Path request, Certificate certificate, boolean filed, int earlier) implements Outcome {}

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

    /** The orders that the files amount to; what is no order (any more) becomes an outcome, and refusals are recorded. */
    private List<Ordered> order(List<Path> files, List<Numbered> outcomes)
            throws LedgerException, JournalException, IOException, Problem {
        RequestPolicy policy = session.requests();
        Map<Integer, IssuanceOrder> read = new LinkedHashMap<>();
        List<AuditEvent> refusals = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            try {
                read.put(i, order(file, policy, refusals));
            } catch (IOException | RequestRefusedException | Problem e) {
                outcomes.add(new Numbered(i, new Outcome.Failed(file, e)));
            }
        }
        if (!refusals.isEmpty()) {
            session.register().journal().append(refusals);
        }
        return unfulfilled(files, read, outcomes);
    }

    /** Those orders that are not fulfilled yet, with how many certificates their keys have; one question for all. */
    private List<Ordered> unfulfilled(List<Path> files, Map<Integer, IssuanceOrder> read, List<Numbered> outcomes)
            throws LedgerException {
        Map<Fingerprint, List<KeyedCertificate>> known = session.register()
                .inventory()
                .ofKeys(
                        issuer.name(),
                        read.values().stream().map(BatchIssue::key).collect(Collectors.toSet()));
        List<Ordered> ordered = new ArrayList<>();
        read.forEach((position, order) -> {
            List<KeyedCertificate> ofKey = known.getOrDefault(key(order), List.of());
            earlier(files.get(position), order, ofKey)
                    .ifPresentOrElse(
                            outcome -> outcomes.add(new Numbered(position, outcome)),
                            () -> ordered.add(new Ordered(position, order, ofKey.size())));
        });
        return ordered;
    }

    private static Fingerprint key(IssuanceOrder order) {
        return order.content().key().fingerprint();
    }

    /** What an earlier run made of this request, where that is asked. */
    private Optional<Outcome> earlier(Path file, IssuanceOrder order, List<KeyedCertificate> ofKey) {
        Resumption runs = interrupted;
        if (runs == null) {
            return Optional.empty();
        }
        try {
            return runs.find(order, file, ofKey)
                    .map(found ->
                            new Outcome.AlreadyIssued(file, found.certificate(), found.filed(), ofKey.size() - 1));
        } catch (IOException | Problem e) {
            return Optional.of(new Outcome.Failed(file, e));
        }
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
            places.requireUsable(file);
            if (interrupted == null) {
                places.requireAbsent(file);
            }
        }
        byte[] content = contents.of(file);
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
            refusals.add(new AuditEvent.InputRefused(digest, e.rule(), BoundedWords.of(e.words())));
            throw e;
        }
    }
}
