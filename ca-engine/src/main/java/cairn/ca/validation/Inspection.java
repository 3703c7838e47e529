package cairn.ca.validation;

import cairn.ca.x509.Finding;
import cairn.ca.x509.Verdict;
import java.util.List;

/** What a file is, what is wrong with it, and what it contains. */
public record Inspection(FileKind kind, Verdict verdict, List<Finding> findings, List<Description> contents) {
    /** Keeps copies of the lists. */
    public Inspection {
        findings = List.copyOf(findings);
        contents = List.copyOf(contents);
    }

    static Inspection of(FileKind kind, List<Finding> findings, List<Description> contents) {
        return new Inspection(kind, Verdict.of(findings), findings, contents);
    }

    static Inspection of(FileKind kind, Finding finding) {
        return of(kind, List.of(finding), List.of());
    }
}
