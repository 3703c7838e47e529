package cairn.app.issue;

import cairn.app.session.Export;
import cairn.app.session.ExportForm;
import cairn.app.session.FileTarget;
import cairn.app.session.IssueRun;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param lines one for each request that was worked on
 */
record Outcome(AuthorityName issuer, List<IssueRun.Line> lines, IssueRun.End end) {
    Outcome {
        lines = List.copyOf(lines);
    }

    List<IssueRun.Line.Written> written() {
        return lines.stream()
                .filter(IssueRun.Line.Written.class::isInstance)
                .map(IssueRun.Line.Written.class::cast)
                .toList();
    }

    List<IssueRun.Line.Failed> failed() {
        return lines.stream()
                .filter(IssueRun.Line.Failed.class::isInstance)
                .map(IssueRun.Line.Failed.class::cast)
                .toList();
    }

    /** Writes a certificate with its chain in the form that the name of the file ends with; nothing is overwritten. */
    Path export(Session session, IssueRun.Line.Written written, Path target, Instant now) throws Exception {
        FileTarget file = new FileTarget(target, false);
        file.require();
        new Export(session, ExportForm.ofName(target), file, now)
                .certificates(issuer, Optional.of(written.certificate().serialNumber()));
        return target;
    }
}
