package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.Assignment;
import cairn.app.session.EventWords;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.AuthorityName;
import cairn.ca.x509.SerialNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn assign}: who answers for certificates, and their tags. */
@Command(
        name = "assign",
        description = "Say who answers for certificates, and tag them; 'cairn inventory WORDS' finds both.")
final class AssignCommand extends Action {
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
        Assignment assignment = new Assignment(Optional.ofNullable(owner), Optional.ofNullable(tags));
        assignment.require();
        try (Session session = open()) {
            AuthorityName name = session.authority(authorityName(issuer)).name();
            List<SerialNumber> named = new ArrayList<>();
            for (String certificate : certificates) {
                named.add(serialOrFile(certificate));
            }
            List<AuditEvent> events = assignment.record(session, name, named);
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
}
