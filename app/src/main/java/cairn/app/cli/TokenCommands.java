package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problems;
import cairn.app.session.TokenDirectory;
import cairn.app.session.TokenNames;
import cairn.app.session.TokenSettings;
import cairn.app.session.TokenSight;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenException;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn token}: modules, slots, tokens and their keys. */
@Command(
        name = "token",
        description = "Tokens: list, look at, make, name, test, change the PIN.",
        subcommands = {
            TokenCommands.ListTokens.class,
            TokenInfoCommand.class,
            TokenCommands.Keys.class,
            TokenInitCommand.class,
            TokenSetupCommands.Add.class,
            ChangePinCommand.class,
            TokenTestCommand.class
        })
final class TokenCommands extends Group {
    static Map<String, Object> described(TokenInfo info) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", info.label());
        json.put("serialNumber", info.serialNumber());
        json.put("manufacturer", info.manufacturer());
        json.put("model", info.model());
        json.put("firmware", info.firmwareVersion());
        json.put("hsm", !info.software());
        json.put("flags", info.flags().stream().sorted().toList());
        return json;
    }

    /** Lists the workspace's tokens, or a library's slots. */
    @Command(name = "list", description = "List the workspace's tokens, or the slots of a PKCS#11 library.")
    static final class ListTokens extends Action {
        @Option(names = "--module", paramLabel = "LIB", description = "A PKCS#11 library.")
        private @Nullable Path module;

        ListTokens(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            if (module == null) {
                List<TokenSettings> tokens = new TokenDirectory(workspace()).all();
                if (tokens.isEmpty() && !json()) {
                    out().line("The workspace has no tokens.");
                }
                for (TokenSettings token : tokens) {
                    boolean software = token.kind() == TokenSettings.Kind.SOFTWARE;
                    if (json()) {
                        out().json(Map.of(
                                "name", token.name(),
                                "label", token.label(),
                                "serialNumber", token.serialNumber(),
                                "file", token.file().toString(),
                                "hsm", !software));
                    } else {
                        out().line(
                                        "%-12s %-24s serial %-18s %s",
                                        token.name(),
                                        token.label(),
                                        token.serialNumber(),
                                        software ? "software token (not an HSM)" : token.file());
                    }
                }
                return ExitCode.DONE;
            }
            List<TokenModule.SlotInfo> slots = environment()
                    .sessions()
                    .tokens()
                    .module(module, Optional.empty())
                    .slots();
            if (slots.isEmpty() && !json()) {
                out().line("The library has no slots.");
            }
            for (TokenModule.SlotInfo slot : slots) {
                TokenInfo token = slot.token();
                if (json()) {
                    Map<String, Object> json = token == null ? new LinkedHashMap<>() : described(token);
                    json.put("slot", slot.slotId());
                    json.put("description", slot.description());
                    json.put("initialized", slot.initialized());
                    out().json(json);
                } else {
                    out().line(
                                    "slot %-12d %-32s %-25s %s",
                                    slot.slotId(),
                                    token == null
                                            ? "no token"
                                            : slot.initialized() ? token.label() : "token, not initialised",
                                    token == null || token.serialNumber().isEmpty()
                                            ? ""
                                            : "serial " + token.serialNumber(),
                                    slot.description());
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Lists keys with what the token says of them. */
    @Command(name = "keys", description = "List the keys of a token with their proven attributes.")
    static final class Keys extends OneToken {
        Keys(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act(Token token) throws Exception {
            List<TokenSight.Key> keys = TokenSight.keys(token);
            if (keys.isEmpty() && !json()) {
                out().line("The token has no signing keys.");
            }
            for (TokenSight.Key each : keys) {
                if (json()) {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("id", each.key().id());
                    json.put("label", each.key().label());
                    json.put("kind", each.kind());
                    json.put("attributes", each.proof().answers());
                    json.put("remarks", each.proof().deviations());
                    out().json(json);
                } else {
                    out().line(
                                    "%s: %s, CKA_ID %s",
                                    each.key().label(), each.kind(), each.key().id());
                    print(each);
                }
            }
            return ExitCode.DONE;
        }

        private void print(TokenSight.Key key) {
            key.answers().forEach((name, said) -> out().line("    %-24s %s", name, said ? "yes" : "no"));
            key.proof().deviations().forEach(words -> out().line("    remark: %s", words));
        }
    }

    /** A command that logs in to one token of the workspace. */
    abstract static class OneToken extends Action {
        @Parameters(index = "0", paramLabel = "NAME", description = "The token, as the workspace calls it.")
        private String name = "";

        @Mixin
        private PinOptions pins = new PinOptions();

        OneToken(CliEnvironment environment) {
            super(environment);
        }

        abstract ExitCode act(Token token) throws Exception;

        @Override
        final ExitCode act() throws Exception {
            TokenSettings settings = new TokenDirectory(workspace()).get(name);
            try (Token token =
                    environment().sessions().tokens().inspect(settings, pins.source(TokenNames.of(settings)))) {
                return act(token);
            } catch (TokenException e) {
                throw Problems.ofToken(settings.name(), settings.title(), e);
            }
        }
    }
}
