package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.Session;
import cairn.app.session.TokenNames;
import cairn.app.session.TokenSettings;
import cairn.app.session.TokenTest;
import cairn.ca.audit.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn token test}: signs with a key, verifies, and throws the signatures away. */
@Command(name = "test", description = "Sign with a key and verify, to see that the token works. Nothing is kept.")
final class TokenTestCommand extends Action {
    @Parameters(index = "0", paramLabel = "NAME", description = "The token, as the workspace calls it.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "KEY-LABEL", description = "The key's label.")
    private String label = "";

    @Option(
            names = "--count",
            defaultValue = "1",
            paramLabel = "N",
            description = "Sign so many times, 1 to 100000, and say how fast. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Mixin
    private PinOptions pins = new PinOptions();

    TokenTestCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act() throws Exception {
        TokenTest.requireCount(count);
        try (Session session = open()) {
            test(session, session.directory().get(name));
        }
        return ExitCode.DONE;
    }

    private void test(Session session, TokenSettings settings) throws Exception {
        environment().interruption().heed();
        Progress untilStopped = (done, total) -> !environment().interruption().isWanted();
        TokenTest.Result found = new TokenTest(session, settings, environment().clock())
                .run(label, count, pins.source(TokenNames.of(settings)), untilStopped);
        if (json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("key", label);
            json.put("type", found.type().title());
            json.put("algorithm", found.algorithm().word());
            json.put("octets", found.octets());
            json.put("verified", true);
            if (count > 1) {
                json.put("signatures", found.signatures());
                json.put("perSecond", Math.round(found.rate() * 10) / 10.0);
            }
            out().json(json);
        } else if (count == 1) {
            out().line(
                            "%s (%s) signed %d octets that verify.",
                            label, found.type().title(), found.octets());
        } else {
            out().line(
                            "%s (%s) signed %d times, %.1f a second; all of them verify.",
                            label, found.type().title(), found.signatures(), found.rate());
        }
    }
}
