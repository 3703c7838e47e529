package cairn.hsm.token;

import java.time.Duration;

/**
 * How a token is used.
 *
 * @param sessions how many signing sessions at most; fewer if the token allows fewer
 * @param waitForSession how long a caller waits for a free session before BUSY
 * @param callTimeout how long one operation may take before its outcome counts as unknown (broker only)
 */
public record TokenOptions(int sessions, Duration waitForSession, Duration callTimeout) {
    /** Four sessions, 30 seconds, 60 seconds. */
    public static final TokenOptions DEFAULT = new TokenOptions(4, Duration.ofSeconds(30), Duration.ofSeconds(60));

    public TokenOptions {
        if (sessions < 1) {
            throw new IllegalArgumentException("at least one session is needed");
        }
    }
}
