package cairn.app.problem;

import cairn.ca.audit.LedgerException;
import cairn.ca.authority.AuthorityException;
import cairn.ca.crl.CrlException;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.profile.ProfileException;
import cairn.ca.x509.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** Words for what the engine refuses, and for what it could not finish. */
final class EngineProblems {
    private static final String SETTLE = "'cairn workspace info' lists what is open; 'cairn workspace settle' ends it.";

    private EngineProblems() {}

    static Problem issuance(IssuanceException failure) {
        return switch (failure) {
            case IssuanceException.Refused e -> refused("N-1", e, e.rule(), Remedies.issuance(e.rule()));
            case IssuanceException.LintFailed e ->
                refused(
                        "N-2",
                        e,
                        findings(e.findings()),
                        "Mend the request or the profile; a rule can be skipped with --skip-lint RULE=REASON.");
            case IssuanceException.NotRecorded e ->
                storage("N-3", e, "Nothing was signed. Mend the disk, then run again.");
            case IssuanceException.NotSigned e -> cause(e, "Nothing was signed.");
            case IssuanceException.UnknownOutcome e -> unknown(e, e.intent().toString());
            case IssuanceException.WrongSignature e ->
                wrongSignature(e, e.intent().toString());
            case IssuanceException.NotCompleted e -> notCompleted(e, e.intent().toString());
        };
    }

    static Problem crl(CrlException failure) {
        return switch (failure) {
            case CrlException.Refused e -> refused("C-2", e, e.rule(), Remedies.issuance(e.rule()));
            case CrlException.Cancelled e ->
                Problem.refused("C-5", "Stopped before a number was taken: no list was signed.", "", "Run again.");
            case CrlException.LintFailed e -> refused("C-3", e, findings(e.findings()), "");
            case CrlException.NotRecorded e ->
                storage("C-4", e, "No list was signed. Mend what is named, then run again.");
            case CrlException.NotSigned e -> cause(e, "No list was signed.");
            case CrlException.UnknownOutcome e -> unknown(e, e.intent().toString());
            case CrlException.WrongSignature e -> wrongSignature(e, "");
            case CrlException.NotCompleted e -> notCompleted(e, e.intent().toString());
        };
    }

    static Problem authority(AuthorityException failure) {
        return switch (failure) {
            case AuthorityException.Refused e -> refused("A-6", e, e.rule(), Remedies.authority(e.rule()));
            case AuthorityException.Interrupted e ->
                refused(
                        "A-7",
                        e,
                        e.key().label(),
                        "Run the same command again with --resume: it goes on with this key.");
        };
    }

    static Problem profile(ProfileException failure) {
        return new Problem(
                "P-2",
                ExitCode.BAD_INPUT,
                "The profile is not sound.",
                failure.problems().stream()
                        .map(problem -> failure.file() + ", line " + problem.line() + ", column " + problem.column()
                                + ", " + problem.field() + ": " + problem.what() + "; " + problem.remedy())
                        .collect(Collectors.joining("\n")),
                "Mend the file; 'cairn profile check' reads it again.",
                failure);
    }

    private static String findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " at " + finding.where() + ": " + finding.words() + " ("
                        + finding.clause() + ")")
                .collect(Collectors.joining("\n"));
    }

    private static Problem refused(String code, Exception e, String where, String whatToDo) {
        return new Problem(code, ExitCode.REFUSED, Problems.words(e), where, whatToDo, e);
    }

    private static Problem storage(String code, Exception e, String whatToDo) {
        String where = e.getCause() instanceof LedgerException ledger
                ? ledger.place().orElse("journal and register")
                : "journal and register";
        return new Problem(code, ExitCode.STORAGE, Problems.words(e), where, whatToDo, e);
    }

    private static Problem unknown(Exception e, String intent) {
        return new Problem("U-2", ExitCode.UNKNOWN_OUTCOME, Problems.words(e), "intent " + intent, SETTLE, e);
    }

    /** What the journal has by now is brought into the register by the next opening; only the rest is open. */
    private static Problem notCompleted(Exception e, String intent) {
        return new Problem(
                "U-2",
                ExitCode.UNKNOWN_OUTCOME,
                Problems.words(e),
                "intent " + intent,
                "Free space or mend the disk. Then " + SETTLE
                        + " What is not listed there was recorded in time: see 'cairn inventory' and 'cairn crl show'.",
                e);
    }

    private static Problem wrongSignature(Exception e, String intent) {
        return new Problem(
                "T-12",
                ExitCode.TOKEN,
                Problems.words(e),
                intent,
                "Nothing was released. Do not use this token until its maker has looked at it.",
                e);
    }

    /** The cause says what the token did; that nothing was signed is added. */
    private static Problem cause(Exception e, String reassurance) {
        Throwable cause = e.getCause();
        Problem problem = Problems.of(cause == null ? e : cause);
        return new Problem(
                problem.code(),
                problem.exit(),
                problem.what(),
                problem.where(),
                (reassurance + " " + problem.whatToDo()).strip(),
                e);
    }
}
