package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.AskedLifetime;
import cairn.app.session.IssueRun;
import cairn.ca.x509.Certificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says what became of each request, and keeps the gravest end. */
final class IssueReport {
    private final Action action;
    private ExitCode gravest = ExitCode.DONE;
    private boolean cutWasSaid;
    private int newOnes;
    private int oldOnes;
    private int failures;
    private AskedLifetime asked = new AskedLifetime(Duration.ZERO);

    IssueReport(Action action) {
        this.action = action;
    }

    /** How long the certificates shall be valid. */
    void expect(AskedLifetime lifetime) {
        asked = lifetime;
    }

    ExitCode gravest() {
        return gravest;
    }

    void tell(IssueRun.Line line) {
        switch (line) {
            case IssueRun.Line.Written written -> {
                done(written);
                if (written.resumed()) {
                    oldOnes++;
                } else {
                    newOnes++;
                }
            }
            case IssueRun.Line.Failed failed ->
                failed(
                        failed.request(),
                        failed.problem(),
                        failed.certificate().map(Json::of).orElseGet(Map::of));
        }
    }

    /** Somebody ended the run before its end. */
    void stopped() {
        gravest = gravest.graver(ExitCode.REFUSED);
        sayHowToGoOn();
    }

    /** The run ends before its end. */
    void sayHowToGoOn() {
        action.environment().err().println("  what to do: the same command with --resume goes on.");
        action.environment().err().flush();
    }

    /** Says what became of a run that was resumed. */
    void sum() {
        action.environment()
                .err()
                .printf("cairn: resumed: %d issued, %d found, %d refused%n", newOnes, oldOnes, failures);
        action.environment().err().flush();
    }

    /** A request, or a folder of them, of which nothing can become. */
    void failed(Path request, Problem problem) {
        failed(request, problem, Map.of());
    }

    private void failed(Path request, Problem problem, Map<String, Object> more) {
        failures++;
        gravest = gravest.graver(problem.exit());
        if (action.json()) {
            Map<String, Object> json = new LinkedHashMap<>(more);
            json.put("request", request.toString());
            json.put("error", problem.what());
            json.put("where", problem.where());
            json.put("code", problem.code());
            action.out().json(json);
        } else {
            action.environment().err().println(request + ": " + problem.text());
            action.environment().err().flush();
        }
    }

    /** When it was issued a person should see: what was issued long ago is none of an interrupted run. */
    private static String since(IssueRun.Line.Written found) {
        return "  (already issued, valid from " + found.certificate().validity().notBefore()
                + (found.filedBefore() ? ")" : "; its file was missing)");
    }

    private void done(IssueRun.Line.Written written) {
        Certificate certificate = written.certificate();
        boolean cut = asked.isCut(certificate);
        if (action.json()) {
            Map<String, Object> json = Json.of(certificate);
            json.put("request", written.request().toString());
            json.put("file", written.file().toString());
            json.put("earlierCertificatesOfKey", written.earlier());
            json.put("endsWithIssuer", cut);
            json.put("resumed", written.resumed());
            action.out().json(json);
            return;
        }
        String found = written.resumed() ? since(written) : "";
        String more = written.earlier() == 0 ? "" : "  (the key has " + written.earlier() + " more, see inventory)";
        action.out().line("%s", certificate.serialNumber().hex() + "  " + written.file() + found + more);
        if (cut && !cutWasSaid) {
            // The same holds for all of a run, and a thousand notes are none.
            cutWasSaid = true;
            action.environment().err().println(asked.words(certificate));
            action.environment().err().flush();
        }
    }
}
