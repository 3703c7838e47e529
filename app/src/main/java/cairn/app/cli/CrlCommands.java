package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.EventWords;
import cairn.app.session.InputFile;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.ca.audit.AuthorityName;
import cairn.ca.crl.CrlIntent;
import cairn.ca.crl.CrlRecord;
import cairn.ca.crl.CrlService;
import cairn.ca.issuance.Issuer;
import cairn.ca.publication.CertificateFiles;
import cairn.ca.publication.FilePublisher;
import cairn.ca.publication.PublicationException;
import cairn.ca.x509.CertificateList;
import cairn.ca.x509.ContentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        description = "Certificate revocation lists: sign, show.",
        subcommands = {CrlCommands.Sign.class, CrlCommands.Show.class})
final class CrlCommands extends Group {
    /** So many entries, as one says it. */
    static String entries(int count) {
        return EventWords.entries(count);
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
            requireReplaceable();
            try (Session session = open()) {
                for (CrlIntent closed : session.services().crls().closeInterrupted()) {
                    environment()
                            .err()
                            .printf(
                                    "note: list %s of %s was interrupted; its number stays used up%n",
                                    closed.number(), closed.issuer());
                }
                AuthorityName name = authorityName(authority);
                Issuer issuer = session.issuer(name, pins.source(TokenNames.of(session.directory())));
                Instant wanted = environment()
                        .clock()
                        .instant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plus(Duration.ofDays(days));
                Instant nextUpdate = CrlService.nextUpdate(issuer, wanted);
                CrlService.Issued issued;
                try (ProgressLine progress = new ProgressLine(environment(), "gathering the list: entry")) {
                    issued = session.services().crls().sign(issuer, nextUpdate, List.of(), progress);
                    publish(issued);
                }
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("issuer", authority);
                json.put("number", issued.number());
                json.put("entries", issued.entries());
                json.put("nextUpdate", nextUpdate.toString());
                json.put("endsWithIssuer", nextUpdate.isBefore(wanted));
                json.put("sha256", issued.list().fingerprint().hex());
                if (json()) {
                    out().json(json);
                } else {
                    if (nextUpdate.isBefore(wanted)) {
                        environment()
                                .err()
                                .println("note: valid until " + nextUpdate + " only, for then its issuer ends");
                        environment().err().flush();
                    }
                    out().line("Signed CRL %s of %s with %s", issued.number(), authority, entries(issued.entries()));
                }
            }
            return ExitCode.DONE;
        }

        /** A list that was signed is kept in the workspace, whatever becomes of its file. */
        private void publish(CrlService.Issued issued) throws Problem {
            try {
                publish(issued.list());
            } catch (IOException | PublicationException e) {
                Problem why = Problems.of(e);
                throw new Problem(
                        why.code(),
                        why.exit(),
                        "CRL " + issued.number() + " of " + authority + " was signed, but its file is missing. "
                                + why.what(),
                        why.where(),
                        "Mend that, then write it with 'cairn export " + authority + " --form "
                                + (isPem() ? "crl_pem" : "crl") + " --out FILE --replace'. It lies in "
                                + workspace().resolve("crls").resolve(authority + "-" + issued.number() + ".crl"),
                        e);
            }
        }

        /** A list takes the place of an older one, and of nothing else; found out before anything is signed. */
        private void requireReplaceable() throws Exception {
            if (out == null) {
                return;
            }
            Path folder = out.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new NoSuchFileException(folder.toString());
            }
            if (Files.exists(out)) {
                if (ContentKind.ofBytes(InputFile.read(out)) != ContentKind.CERTIFICATE_LIST) {
                    throw Problem.badInput(
                            "I-3",
                            "The file exists already and is no CRL; nothing was signed.",
                            out.toString(),
                            "Choose another name, or move the old file away.");
                }
            }
        }

        private boolean isPem() {
            return out != null && out.toString().endsWith(".pem");
        }

        private void publish(CertificateList list) throws IOException, PublicationException {
            if (out != null) {
                boolean pem = isPem();
                new FilePublisher()
                        .publish(
                                out,
                                pem ? CertificateFiles.pem(list) : list.encoded(),
                                FilePublisher.Existing.REPLACE,
                                pem ? CertificateFiles.holdsPem(list) : CertificateFiles.holdsDer(list));
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
                for (CrlRecord record : session.register().crls().history(name)) {
                    if (json()) {
                        out().json(Json.of(record));
                    } else {
                        out().line(
                                        "%-6s %s until %s  %s",
                                        record.number(),
                                        record.thisUpdate(),
                                        record.nextUpdate(),
                                        entries(record.entries()));
                    }
                }
            }
            return ExitCode.DONE;
        }
    }
}
