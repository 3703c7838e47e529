package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.AskedLifetime;
import cairn.app.session.BatchIssue;
import cairn.app.session.CertificatePlaces;
import cairn.ca.audit.AuthorityName;
import cairn.ca.issuance.IssuanceException;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.Certificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the certificates of a run into their files, says what became of each request, and keeps the gravest end. */
final class IssueReport {
    private final Action action;
    private final AuthorityName issuer;
    private final CertificatePlaces places;
    private ExitCode gravest = ExitCode.DONE;
    private boolean diskFailed;
    private boolean cutWasSaid;
    private int newOnes;
    private int oldOnes;
    private int failures;
    private AskedLifetime asked = new AskedLifetime(Duration.ZERO);

    IssueReport(Action action, AuthorityName issuer, CertificatePlaces places) {
        this.action = action;
        this.issuer = issuer;
        this.places = places;
    }

    /** How long the certificates shall be valid. */
    void expect(AskedLifetime lifetime) {
        asked = lifetime;
    }

    ExitCode gravest() {
        return gravest;
    }

    /** Whether more would be signed only to be lost: the disk takes neither records nor files. */
    boolean diskFailed() {
        return diskFailed;
    }

    void tell(BatchIssue.Outcome outcome) {
        switch (outcome) {
            case BatchIssue.Outcome.Issued issued -> {
                if (isWritten(issued.request(), issued.certificate())) {
                    done(issued.request(), issued.certificate(), issued.earlier(), "");
                    newOnes++;
                }
            }
            case BatchIssue.Outcome.AlreadyIssued found -> {
                if (found.filed() || isWritten(found.request(), found.certificate())) {
                    done(found.request(), found.certificate(), found.earlier(), since(found));
                    oldOnes++;
                }
            }
            case BatchIssue.Outcome.Failed failed -> {
                diskFailed |= failed.failure() instanceof IssuanceException.NotCompleted;
                failed(failed.request(), Problems.of(failed.failure()), Map.of());
            }
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
        diskFailed |= problem.exit() == ExitCode.STORAGE;
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

    private boolean isWritten(Path request, Certificate certificate) {
        try {
            write(certificate, places.of(request));
            return true;
        } catch (IOException | PublicationException e) {
            failed(request, unwritten(certificate, Problems.of(e)), Json.of(certificate));
            return false;
        }
    }

    private static void write(Certificate certificate, Path target) throws IOException, PublicationException {
        List<Certificate> one = List.of(certificate);
        new FilePublisher()
                .publish(
                        target, CertificateFiles.pem(one), FilePublisher.Existing.KEEP, CertificateFiles.holdsPem(one));
    }

    /** When it was issued a person should see: what was issued long ago is none of an interrupted run. */
    private static String since(BatchIssue.Outcome.AlreadyIssued found) {
        return "  (already issued, valid from " + found.certificate().validity().notBefore()
                + (found.filed() ? ")" : "; its file was missing)");
    }

    /** @param found how an earlier run's certificate was found; empty for a new one */
    private void done(Path request, Certificate certificate, int earlier, String found) {
        Path target = places.of(request);
        boolean cut = asked.isCut(certificate);
        if (action.json()) {
            Map<String, Object> json = Json.of(certificate);
            json.put("request", request.toString());
            json.put("file", target.toString());
            json.put("earlierCertificatesOfKey", earlier);
            json.put("endsWithIssuer", cut);
            json.put("resumed", !found.isEmpty());
            action.out().json(json);
            return;
        }
        String more = earlier == 0 ? "" : "  (the key has " + earlier + " more, see inventory)";
        action.out().line("%s", certificate.serialNumber().hex() + "  " + target + found + more);
        if (cut && !cutWasSaid) {
            // The same holds for all of a run, and a thousand notes are none.
            cutWasSaid = true;
            action.environment().err().println(asked.words(certificate));
            action.environment().err().flush();
        }
    }

    /** The certificate exists and is recorded; only its file is missing. */
    private Problem unwritten(Certificate certificate, Problem why) {
        String serial = certificate.serialNumber().hex();
        return new Problem(
                why.code(),
                why.exit(),
                "Certificate " + serial + " was issued, but its file is missing. " + why.what(),
                why.where(),
                "Mend that, then run the same command with --resume, or fetch it alone: cairn export " + issuer
                        + " --serial " + serial + " --out FILE",
                why);
    }
}
