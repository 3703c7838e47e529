package cairn.ca.csr;

import cairn.ca.x509.Finding;
import cairn.ca.x509.Severity;
import cairn.ca.x509.Verdict;
import java.util.List;
import java.util.Optional;

/** Everything that was found out about a request. */
public record RequestReport(Verdict verdict, List<Finding> findings) {
    /** Keeps a copy of the list. */
    public RequestReport {
        findings = List.copyOf(findings);
    }

    /** The report of these findings, with the verdict that the gravest of them gives. */
    public static RequestReport of(List<Finding> findings) {
        return new RequestReport(Verdict.of(findings), findings);
    }

    /** The first finding that refuses. */
    public Optional<Finding> refusal() {
        return findings.stream().filter(f -> f.severity() == Severity.ERROR).findFirst();
    }
}
