package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.Severity;
import java.util.List;
import java.util.Optional;

/** Everything that was found out about a request. */
public record RequestReport(Verdict verdict, List<Finding> findings) {
    /** What the findings come to. */
    public enum Verdict {
        ACCEPT,
        WARN,
        REJECT
    }

    /** Keeps a copy of the list. */
    public RequestReport {
        findings = List.copyOf(findings);
    }

    /** The report of these findings, with the verdict that the worst of them gives. */
    public static RequestReport of(List<Finding> findings) {
        Verdict verdict = Verdict.ACCEPT;
        for (Finding finding : findings) {
            verdict = switch (finding.severity()) {
                case ERROR -> Verdict.REJECT;
                case WARNING -> verdict == Verdict.REJECT ? verdict : Verdict.WARN;
                case NOTICE -> verdict;
            };
        }
        return new RequestReport(verdict, findings);
    }

    /** The first finding that refuses. */
    public Optional<Finding> refusal() {
        return findings.stream().filter(f -> f.severity() == Severity.ERROR).findFirst();
    }
}
