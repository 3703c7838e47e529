package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.EventWords;
import cairn.app.session.ListSigning;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.ca.audit.AuthorityName;
import cairn.ca.crl.CrlIntent;
import cairn.ca.crl.CrlRecord;
import cairn.ca.crl.CrlService;
import cairn.ca.crl.CrlStanding;
import cairn.ca.publication.PublicationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn crl}: signing and showing lists. */
@Command(
        name = "crl",
        description = "Certificate revocation lists: sign, show, diff.",
        subcommands = {CrlCommands.Sign.class, CrlCommands.Show.class, CrlDiffCommand.class})
final class CrlCommands extends Group {
    /** So many entries, as one says it. */
    static String entries(int count) {
        return EventWords.entries(count);
    }

    /** What a person is told of a register that says more than the newest list, or something else. */
    static String standingWords(CrlStanding standing) {
        List<String> words = new ArrayList<>();
        if (standing.missing() > 0) {
            words.add(standing.missing() + (standing.missing() == 1 ? " decision" : " decisions") + " missing");
        }
        if (standing.released() > 0) {
            words.add(standing.released() + " released since");
        }
        return (standing.latest().isEmpty() ? "no CRL yet: " : "older than the register: ") + String.join(", ", words)
                + "; 'cairn crl sign' signs the next one";
    }

    /** Signs the next list. */
    @Command(name = "sign", description = "Sign the next full CRL of an authority.")
    static final class Sign extends Action {
        @Parameters(paramLabel = "AUTHORITY", description = "Whose list.")
        private String authority = "";

        @Option(
                names = "--days",
                paramLabel = "N",
                defaultValue = "30",
                description = "Until nextUpdate. Default: ${DEFAULT-VALUE}.")
        private int days;

        @Option(
                names = "--out",
                paramLabel = "FILE",
                description = "Also write it here: DER, or PEM if the name ends with .pem.")
        private @Nullable Path out;

        @Mixin
        private PinOptions pins = new PinOptions();

        Sign(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            if (days < 1) {
                throw Problem.badInput("C-1", "A CRL lasts at least one day.", "--days " + days, "Give 1 or more.");
            }
            if (out != null) {
                ListSigning.requireReplaceable(out);
            }
            try (Session session = open()) {
                ListSigning order = new ListSigning(authorityName(authority), Duration.ofDays(days));
                ListSigning.Signed signed;
                try (ProgressLine progress = new ProgressLine(environment(), "gathering the list: entry")) {
                    signed = order.run(
                            session,
                            pins.source(TokenNames.of(session.directory())),
                            environment().clock().instant(),
                            progress);
                    publish(signed.issued());
                }
                for (CrlIntent closed : signed.interrupted()) {
                    environment()
                            .err()
                            .printf(
                                    "note: list %s of %s was interrupted; its number stays used up%n",
                                    closed.number(), closed.issuer());
                }
                CrlService.Issued issued = signed.issued();
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("issuer", authority);
                json.put("number", issued.number());
                json.put("entries", issued.entries());
                json.put("nextUpdate", signed.nextUpdate().toString());
                json.put("endsWithIssuer", signed.endsWithIssuer());
                json.put("sha256", issued.list().fingerprint().hex());
                if (json()) {
                    out().json(json);
                } else {
                    if (signed.endsWithIssuer()) {
                        environment()
                                .err()
                                .println(
                                        "note: valid until " + signed.nextUpdate() + " only, for then its issuer ends");
                        environment().err().flush();
                    }
                    out().line("Signed CRL %s of %s with %s", issued.number(), authority, entries(issued.entries()));
                }
            }
            return ExitCode.DONE;
        }

        /** A list that was signed is kept in the workspace, whatever becomes of its file. */
        private void publish(CrlService.Issued issued) throws Problem {
            if (out == null) {
                return;
            }
            try {
                ListSigning.write(issued.list(), out);
            } catch (IOException | PublicationException e) {
                Problem why = Problems.of(e);
                throw new Problem(
                        why.code(),
                        why.exit(),
                        "CRL " + issued.number() + " of " + authority + " was signed, but its file is missing. "
                                + why.what(),
                        why.where(),
                        "Mend that, then write it with 'cairn export " + authority + " --form "
                                + (ListSigning.isPem(out) ? "crl_pem" : "crl") + " --out FILE --replace'. It lies in "
                                + workspace().resolve("crls").resolve(authority + "-" + issued.number() + ".crl"),
                        e);
            }
        }
    }

    /** Shows the lists of an authority. */
    @Command(name = "show", description = "Show the CRLs of an authority, newest first.")
    static final class Show extends Action {
        @Parameters(paramLabel = "AUTHORITY", description = "Whose lists.")
        private String authority = "";

        Show(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            try (Session session = open()) {
                AuthorityName name = session.authority(authorityName(authority)).name();
                CrlStanding standing = session.services().crls().standing(name);
                for (CrlRecord record : session.register().crls().history(name)) {
                    boolean newest = standing.latest().filter(record::equals).isPresent();
                    if (json()) {
                        Map<String, Object> json = Json.of(record);
                        if (newest) {
                            json.put("missing", standing.missing());
                            json.put("released", standing.released());
                        }
                        out().json(json);
                    } else {
                        out().line(
                                        "%-6s %s until %s  %s",
                                        record.number(),
                                        record.thisUpdate(),
                                        record.nextUpdate(),
                                        entries(record.entries()));
                    }
                }
                if (!json() && standing.isBehind()) {
                    out().line("%s", standingWords(standing));
                }
            }
            return ExitCode.DONE;
        }
    }
}
