package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.EventWords;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.inventory.CertificateSummary;
import cairn.ca.x509.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn assign}: who answers for certificates, and their tags. */
@Command(
        name = "assign",
        description = "Say who answers for certificates, and tag them; 'cairn inventory WORDS' finds both.")
final class AssignCommand extends Action {
    private static final int LONGEST_OWNER = 200;
    private static final int LONGEST_TAG = 100;
    private static final int MOST_TAGS = 50;

    @Parameters(
            arity = "1..*",
            paramLabel = "CERT",
            description = "Serial numbers in hexadecimal, or certificate files.")
    private List<String> certificates = List.of();

    @Option(names = "--issuer", required = true, paramLabel = "NAME", description = "The authority that issued them.")
    private String issuer = "";

    @Option(names = "--owner", paramLabel = "WORDS", description = "Who answers for them. Default: as it is.")
    private @Nullable String owner;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "In place of the tags that there are. May be repeated. Default: as they are.")
    private @Nullable List<String> tags;

    AssignCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        check();
        try (Session session = open()) {
            AuthorityName name = session.authority(authorityName(issuer)).name();
            List<AuditEvent> events = new ArrayList<>();
            for (String certificate : certificates) {
                events.add(event(session, name, serialOrFile(certificate)));
            }
            session.register().journal().append(events);
            TokenNames names = TokenNames.of(session.directory());
            for (AuditEvent event : events) {
                if (json()) {
                    out().json(Json.of(event));
                } else {
                    out().line("%s", EventWords.of(event, names));
                }
            }
        }
        return ExitCode.DONE;
    }

    private AuditEvent event(Session session, AuthorityName name, SerialNumber serialNumber) throws Exception {
        CertificateSummary row = session.register()
                .inventory()
                .find(name, serialNumber)
                .orElseThrow(() -> Problem.badInput(
                        "E-1",
                        "This authority issued no such certificate.",
                        serialNumber.hex(),
                        "'cairn inventory' lists them."));
        return new AuditEvent.OwnerSet(
                name, serialNumber, owner == null ? row.owner() : owner, tags == null ? row.tags() : tags);
    }

    private void check() throws Problem {
        List<String> wanted = tags == null ? List.of() : tags;
        if ((owner == null && tags == null)
                || (owner != null && owner.length() > LONGEST_OWNER)
                || wanted.size() > MOST_TAGS
                || wanted.stream().anyMatch(tag -> tag.isBlank() || tag.length() > LONGEST_TAG)) {
            throw new Problem(
                    "I-8",
                    ExitCode.USAGE,
                    "There is nothing to assign, or too much.",
                    "--owner, --tag",
                    "Give an owner of at most %d characters, or 1 to %d tags of at most %d."
                            .formatted(LONGEST_OWNER, MOST_TAGS, LONGEST_TAG));
        }
    }
}
