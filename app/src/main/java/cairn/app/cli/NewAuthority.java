package cairn.app.cli;

import cairn.app.problem.Problem;
import cairn.app.session.NewAuthorities;
import cairn.app.session.OperatorEntries;
import cairn.app.session.Session;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.LedgerException;
import cairn.ca.authority.KeyOrder;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
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

    DistinguishedName newSubject(Session session) throws Problem, LedgerException {
        return NewAuthorities.subject(session, OperatorEntries.distinguishedName("--subject", subject), sameSubject);
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
        return NewAuthorities.token(session, Optional.ofNullable(token));
    }
}
