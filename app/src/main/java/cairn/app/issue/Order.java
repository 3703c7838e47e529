package cairn.app.issue;

import cairn.app.session.BatchIssue;
import cairn.app.session.CertificatePlaces;
import cairn.app.session.IssueRun;
import cairn.app.session.LookedAtRequest;
import cairn.app.session.OperatorEntries;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.audit.Progress;
import cairn.ca.issuance.Issuer;
import cairn.ca.profile.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person decided to have issued: exactly the requests that were shown.
 *
 * @param pasted requests that lie in no file, by name
 * @param folder where the certificates go; empty for beside each request
 */
record Order(
        AuthorityName issuer,
        String profile,
        OperatorEntries entries,
        List<LookedAtRequest> requests,
        Map<Path, byte[]> pasted,
        Optional<Path> folder) {

    /** Does it, beside the screen. */
    Outcome run(IssueTools tools, Progress progress) throws Exception {
        Session session = tools.session();
        Profile shape = session.profiles().get(profile);
        Issuer signing = session.issuer(issuer, tools.pins());
        CertificatePlaces places = CertificatePlaces.in(folder.orElse(null));
        BatchIssue batch = new BatchIssue(session, signing, shape, entries.choices(shape), List.of(), places);
        Map<Path, LookedAtRequest> shown = new HashMap<>();
        requests.forEach(row -> shown.put(row.file(), row));
        batch.takeFrom(file -> {
            byte[] held = pasted.get(file);
            return held == null ? Objects.requireNonNull(shown.get(file)).unchanged() : held.clone();
        });
        List<IssueRun.Line> lines = new ArrayList<>();
        IssueRun.End end = new IssueRun(batch, places, tools.clock())
                .run(requests.stream().map(LookedAtRequest::file).toList(), progress, lines::add);
        return new Outcome(issuer, lines, end);
    }
}
