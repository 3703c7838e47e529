package cairn.app.cli;

import cairn.app.problem.Problem;
import cairn.app.session.Session;
import cairn.app.session.TokenSettings;
import cairn.ca.authority.KeyOrder;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.MalformedException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
            description = "ec-p256, ec-p384, rsa-3072, ml-dsa-65, ...")
    private String keyType = "";

    @Option(names = "--resume", description = "Go on with a creation of the same name that was interrupted.")
    private boolean resume;

    /** The subject, which an authority must have (RFC 5280 section 4.1.2.6). */
    DistinguishedName subject() throws Problem, MalformedException {
        DistinguishedName name = DistinguishedName.parse(subject);
        if (name.isEmpty()) {
            throw Problem.badInput(
                    "A-8", "An authority has a subject.", "--subject", "Give one, such as \"CN=Root,O=Example\".");
        }
        return name;
    }

    KeyOrder key() throws Problem {
        KeyType type = KeyType.ofWord(keyType)
                .orElseThrow(() -> Problem.badInput(
                        "A-3",
                        "There is no such type of key.",
                        keyType,
                        Arrays.stream(KeyType.values()).map(KeyType::word).collect(Collectors.joining(", "))));
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
