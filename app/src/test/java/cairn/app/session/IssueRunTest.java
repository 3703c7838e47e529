package cairn.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cairn.app.boot.MadeRequests;
import cairn.app.boot.OpenWorkspace;
import cairn.ca.audit.AuthorityName;
import cairn.ca.profile.OperatorChoices;
import cairn.testkit.SettableClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run goes in steps, ends where somebody says so, and goes on later without a second certificate. */
final class IssueRunTest {
    private static final int REQUESTS = 30;

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-11-24T12:00:00Z"));
    private final List<IssueRun.Line> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    private IssueRun run(Session session, OpenWorkspace workspace, boolean resume) throws Exception {
        CertificatePlaces places = CertificatePlaces.in(folder.resolve("out"));
        BatchIssue batch = new BatchIssue(
                session,
                session.issuer(new AuthorityName("issuing"), workspace.pins()),
                session.profiles().get("tls-client"),
                OperatorChoices.none(),
                List.of(),
                places);
        if (resume) {
            batch.resume(clock);
        }
        return new IssueRun(batch, places, clock);
    }

    @Test
    void aRunThatIsStoppedGoesOnWithoutASecondCertificate() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            files.add(MadeRequests.in(folder, "device-" + i));
        }
        try (OpenWorkspace workspace = OpenWorkspace.withAuthorities(folder.resolve("ws"), clock)) {
            IssueRun.End end =
                    run(workspace.session(), workspace, false).run(files, (done, total) -> done == 0, lines::add);
            assertEquals(IssueRun.End.STOPPED, end);
            int first = lines.size();
            lines.forEach(line -> assertInstanceOf(IssueRun.Line.Written.class, line));
            lines.clear();
            List<Long> reached = new ArrayList<>();
            end = run(workspace.session(), workspace, true)
                    .run(
                            files,
                            (done, total) -> {
                                reached.add(done);
                                return true;
                            },
                            lines::add);
            assertEquals(IssueRun.End.DONE, end);
            assertEquals(REQUESTS, lines.size());
            assertEquals((long) REQUESTS, reached.getLast());
            assertEquals(
                    first,
                    lines.stream()
                            .filter(line -> line instanceof IssueRun.Line.Written written && written.resumed())
                            .count());
        }
        try (var written = Files.list(folder.resolve("out"))) {
            assertEquals(REQUESTS, written.count());
        }
    }
}
