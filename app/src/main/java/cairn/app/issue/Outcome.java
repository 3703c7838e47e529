package cairn.app.issue;

import cairn.app.session.CertificateExport;
import cairn.app.session.IssueRun;
import cairn.app.session.Session;
import cairn.ca.audit.AuthorityName;
import cairn.ca.x509.Certificate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /** Writes a certificate with its chain in the form that the name of the file ends with. */
    Path export(Session session, IssueRun.Line.Written written, Path target) throws Exception {
        List<Certificate> chain = new ArrayList<>(List.of(written.certificate()));
        chain.addAll(session.chain(issuer));
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        CertificateExport.Form form = CertificateExport.Form.ofName(name);
        new CertificateExport(session)
                .write(
                        form,
                        chain,
                        "certificate " + written.certificate().serialNumber().hex() + " of " + issuer,
                        target);
        return target;
    }
}
