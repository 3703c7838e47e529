package cairn.app.cli;

import cairn.app.problem.Problem;
import cairn.app.session.OperatorEntries;
import cairn.app.session.Session;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.Authority;
import cairn.ca.authority.KeyOrder;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a new authority's key and name shall be. */
final class NewAuthority {
    @Parameters(paramLabel = "NAME", description = "What the workspace calls it; also its key's label on the token.")
    String name = "";

    @Option(
            names = "--subject",
            required = true,
            paramLabel = "DN",
            description = "RFC 4514, such as CN=Root,O=Example.")
    private String subject = "";

    @Option(names = "--token", paramLabel = "NAME", description = "The token for its key. Default: the only one.")
    private @Nullable String token;

    @Option(
            names = "--key",
            defaultValue = "ec-p384",
            paramLabel = "TYPE",
            completionCandidates = FixedWords.KeyTypes.class,
            description = "One of ${COMPLETION-CANDIDATES}; the token must offer it. Default: ${DEFAULT-VALUE}.")
    private String keyType = "";

    @Option(names = "--resume", description = "Go on with a creation of the same name that was interrupted.")
    private boolean resume;

    @Option(
            names = "--same-subject",
            description = "Allow a subject that another authority has: for a new key under the old name.")
    private boolean sameSubject;

    /** The subject, which an authority must have (RFC 5280 section 4.1.2.6). */
    private DistinguishedName subject() throws Problem {
        DistinguishedName name = OperatorEntries.distinguishedName("--subject", subject);
        if (name.isEmpty()) {
            throw Problem.badInput(
                    "A-8", "An authority has a subject.", "--subject", "Give one, such as \"CN=Root,O=Example\".");
        }
        return name;
    }

    /** Two authorities of one name are told apart by their keys only, which few people and not all programs do. */
    DistinguishedName newSubject(Session session) throws Problem, LedgerException {
        DistinguishedName wanted = subject();
        for (Authority known : session.register().authorities().all()) {
            boolean same = known.certificate()
                    .map(certificate -> certificate.subject().matches(wanted))
                    .orElse(false);
            if (same && !sameSubject) {
                throw Problem.refused(
                        "A-9",
                        "An authority has this subject already.",
                        known.name() + ": " + wanted,
                        "Give another --subject; or, for a new key under the old name, give --same-subject.");
            }
        }
        return wanted;
    }

    KeyOrder key() throws Problem {
        KeyType type = KeyType.ofWord(keyType)
                .orElseThrow(() -> Problem.badInput(
                        "A-3",
                        "There is no such type of key.",
                        "--key " + keyType,
                        "It is one of: " + String.join(", ", new FixedWords.KeyTypes())));
        KeyOrder order = KeyOrder.of(type);
        return resume ? order.resumed() : order;
    }

    TokenSettings token(Session session) throws Problem {
        if (token != null) {
            return session.directory().get(token);
        }
        Optional<TokenSettings> only = session.directory().only();
        if (only.isPresent()) {
            return only.get();
        }
        List<String> names =
                session.directory().all().stream().map(TokenSettings::name).toList();
        throw Problem.badInput(
                "A-4",
                "Say which token shall hold the key.",
                "--token",
                names.isEmpty()
                        ? "There is none yet: make one with 'cairn token init'."
                        : "It is one of: " + String.join(", ", names));
    }
}
