package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.session.TokenSight;
import cairn.hsm.token.Token;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code cairn token info}: shows a token and its mechanisms. */
@Command(name = "info", description = "Show a token and its mechanisms.")
final class TokenInfoCommand extends TokenCommands.OneToken {
    /** Octets of a list beside its name: with that, a line fits on a narrow terminal. */
    private static final int WIDTH = 80;

    TokenInfoCommand(CliEnvironment environment) {
        super(environment);
    }

    @Override
    ExitCode act(Token token) throws Exception {
        Map<String, Object> json = TokenCommands.described(token.info());
        json.put("offers", TokenSight.offers(token));
        json.put(
                "mechanisms",
                token.mechanisms().stream().map(mechanism -> mechanism.name()).toList());
        if (json()) {
            out().json(json);
        } else {
            json.forEach(this::print);
        }
        return ExitCode.DONE;
    }

    /** A list stands in as many lines as it needs; names begin below each other. */
    private void print(String name, Object value) {
        String title = name;
        StringBuilder line = new StringBuilder();
        List<?> words = value instanceof List<?> many ? many : List.of(value);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i) + (i < words.size() - 1 ? "," : "");
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                out().line("%-14s %s", title, line);
                title = "";
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        out().line("%-14s %s", title, words.isEmpty() ? "none" : line);
    }
}
