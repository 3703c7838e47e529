package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.app.session.TokenSettings;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.BoundedWords;
import cairn.ca.audit.JournalException;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignatureCheck;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cairn token test}: signs once with a key, verifies, and throws the signature away. */
@Command(name = "test", description = "Sign once with a key and verify, to see that the token works. Nothing is kept.")
final class TokenTestCommand extends Action {
    /** Not the start of a certificate or a list, so that the signature is good for nothing. */
    private static final byte[] MESSAGE = "cairn token test".getBytes(StandardCharsets.US_ASCII);

    @Parameters(index = "0", paramLabel = "NAME", description = "The token, as the workspace calls it.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "KEY-LABEL", description = "The key's label.")
    private String label = "";

    @Mixin
    private PinOptions pins = new PinOptions();

    TokenTestCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        try (Session session = open()) {
            test(session, session.directory().get(name));
        }
        return ExitCode.DONE;
    }

    private void test(Session session, TokenSettings settings) throws Exception {
        KeyStoreToken token = session.token(settings, pins.source(TokenNames.of(settings)));
        try {
            SigningKey key = token.keys().stream()
                    .filter(found -> found.reference().label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new Problem(
                            "T-1",
                            ExitCode.TOKEN,
                            "The token has no such key.",
                            label,
                            "'cairn token keys " + name + "' lists them."));
            KeyType type = key.publicKey().type().orElseThrow();
            SignatureAlgorithm algorithm = SignatureAlgorithm.defaultFor(type);
            byte[] signature = sign(session, key, algorithm);
            boolean verified = SignatureCheck.verifies(key.publicKey(), algorithm.identifier(), MESSAGE, signature);
            record(session, key, algorithm, verified, "");
            if (!verified) {
                throw new Problem(
                        "T-12",
                        ExitCode.TOKEN,
                        "The token gave a signature that its public key does not verify.",
                        label,
                        "Do not use this token until its maker has looked at it.");
            }
            if (json()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("key", label);
                json.put("type", type.title());
                json.put("algorithm", algorithm.word());
                json.put("octets", signature.length);
                json.put("verified", true);
                out().json(json);
            } else {
                out().line("%s (%s) signed %d octets that verify.", label, type.title(), signature.length);
            }
        } catch (SigningException e) {
            throw Problems.ofToken(settings.name(), settings.title(), e);
        }
    }

    private byte[] sign(Session session, SigningKey key, SignatureAlgorithm algorithm)
            throws SigningException, JournalException {
        try {
            return key.sign(algorithm, MESSAGE);
        } catch (SigningException e) {
            record(session, key, algorithm, false, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static void record(
            Session session, SigningKey key, SignatureAlgorithm algorithm, boolean verified, String words)
            throws JournalException {
        session.register()
                .journal()
                .append(new AuditEvent.TokenTested(
                        key.reference(), algorithm.word(), verified, BoundedWords.of(words)));
    }
}
