package cairn.app.session;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.problem.Problems;
import cairn.ca.audit.AuditEvent;
import cairn.ca.audit.BoundedWords;
import cairn.ca.audit.JournalException;
import cairn.ca.audit.Progress;
import cairn.ca.signing.KeyStoreToken;
import cairn.ca.signing.SigningException;
import cairn.ca.signing.SigningKey;
import cairn.ca.x509.KeyType;
import cairn.ca.x509.SignatureAlgorithm;
import cairn.ca.x509.SignatureCheck;
import cairn.hsm.token.PinSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Signs with a key and verifies, to see that the token works and how fast it is. Nothing is kept. */
public final class TokenTest {
    /** Not the start of a certificate or a list, so that the signature is good for nothing. */
    private static final byte[] MESSAGE = "cairn token test".getBytes(StandardCharsets.US_ASCII);

    private static final int MOST = 100_000;

    private final Session session;
    private final TokenSettings settings;
    private final InstantSource clock;

    /** Tests this token of the workspace. */
    public TokenTest(Session session, TokenSettings settings, InstantSource clock) {
        this.session = session;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param octets of one signature
     * @param signatures how many were made; all of them verify
     * @param took how long the token needed for them
     */
    public record Result(
            String key, KeyType type, SignatureAlgorithm algorithm, int octets, int signatures, Duration took) {
        /** Signatures in a second; 0 where it went too fast to be said. */
        public double rate() {
            return took.isZero() ? 0 : signatures * 1e9 / took.toNanos();
        }
    }

    /** Refuses a number of signatures that is none, or would keep a token busy for hours. */
    public static void requireCount(int count) throws Problem {
        if (count < 1 || count > MOST) {
            throw new Problem(
                    "T-17",
                    ExitCode.USAGE,
                    "A token is tested by 1 to " + MOST + " signatures.",
                    String.valueOf(count),
                    "Name such a number. Nothing was done.");
        }
    }

    /**
     * Signs {@code wanted} times, or until {@code progress} ends it, but at least once. One entry of the journal tells of
     * all of them.
     */
    public Result run(String label, int wanted, PinSource pins, Progress progress) throws Problem, JournalException {
        KeyStoreToken token = session.token(settings, pins);
        try {
            SigningKey key = find(token, label);
            KeyType type = key.publicKey()
                    .type()
                    .orElseThrow(() -> new Problem(
                            "T-1", ExitCode.TOKEN, "This key is of a kind that Cairn does not use.", label, ""));
            SignatureAlgorithm algorithm = SignatureAlgorithm.defaultFor(type);
            Duration took = Duration.ZERO;
            int octets = 0;
            int done = 0;
            do {
                Instant start = clock.instant();
                byte[] signature = sign(key, algorithm);
                took = took.plus(Duration.between(start, clock.instant()));
                requireGood(key, algorithm, signature);
                octets = signature.length;
                done++;
            } while (done < wanted && progress.goesOn(done, wanted));
            record(key, algorithm, true, done == 1 ? "" : done + " signatures");
            return new Result(label, type, algorithm, octets, done, took);
        } catch (SigningException e) {
            throw Problems.ofToken(settings.name(), settings.title(), e);
        }
    }

    private SigningKey find(KeyStoreToken token, String label) throws SigningException, Problem {
        return token.keys().stream()
                .filter(found -> found.reference().label().equals(label))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        "T-1",
                        ExitCode.TOKEN,
                        "The token has no such key.",
                        label,
                        "'cairn token keys " + settings.name() + "' lists them."));
    }

    private byte[] sign(SigningKey key, SignatureAlgorithm algorithm) throws SigningException, JournalException {
        try {
            return key.sign(algorithm, MESSAGE);
        } catch (SigningException e) {
            record(key, algorithm, false, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void requireGood(SigningKey key, SignatureAlgorithm algorithm, byte[] signature)
            throws Problem, JournalException {
        if (!SignatureCheck.verifies(key.publicKey(), algorithm.identifier(), MESSAGE, signature)) {
            record(key, algorithm, false, "");
            throw new Problem(
                    "T-12",
                    ExitCode.TOKEN,
                    "The token gave a signature that its public key does not verify.",
                    key.reference().label(),
                    "Do not use this token until its maker has looked at it.");
        }
    }

    private void record(SigningKey key, SignatureAlgorithm algorithm, boolean verified, String words)
            throws JournalException {
        session.register()
                .journal()
                .append(new AuditEvent.TokenTested(
                        key.reference(), algorithm.word(), verified, BoundedWords.of(words)));
    }
}
