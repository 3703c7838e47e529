package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.TokenDirectory;
import cairn.app.session.TokenSettings;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
            TokenCommands.Info.class,
            TokenCommands.Keys.class,
            TokenSetupCommands.Init.class,
            TokenSetupCommands.Add.class,
            TokenSetupCommands.ChangePin.class,
            TokenCommands.Test.class
        })
final class TokenCommands extends Group {
    private static Map<String, Object> described(TokenInfo info) {
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
                for (TokenSettings token : new TokenDirectory(workspace()).all()) {
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
            for (TokenModule.SlotInfo slot : environment()
                    .sessions()
                    .tokens()
                    .module(module, Optional.empty())
                    .slots()) {
                TokenInfo token = slot.token();
                if (json()) {
                    Map<String, Object> json = token == null ? new LinkedHashMap<>() : described(token);
                    json.put("slot", slot.slotId());
                    json.put("description", slot.description());
                    json.put("initialized", slot.initialized());
                    out().json(json);
                } else {
                    out().line(
                                    "slot %-12d %-32s %s",
                                    slot.slotId(),
                                    token == null
                                            ? "no token"
                                            : slot.initialized() ? token.label() : "token, not initialised",
                                    slot.description());
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Shows a token. */
    @Command(name = "info", description = "Show a token and its mechanisms.")
    static final class Info extends OneToken {
        Info(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act(Token token) throws Exception {
            Map<String, Object> json = described(token.info());
            json.put(
                    "offers",
                    token.offers().stream().map(Object::toString).sorted().toList());
            json.put(
                    "mechanisms",
                    token.mechanisms().stream()
                            .map(mechanism -> mechanism.name())
                            .toList());
            if (json()) {
                out().json(json);
            } else {
                json.forEach((name, value) -> out().line("%-14s %s", name, value));
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
            for (KeyRef key : token.keys()) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("id", key.id());
                json.put("label", key.label());
                json.put("kind", key.spec().toString());
                json.put("attributes", token.proof(key).answers());
                json.put("remarks", token.proof(key).deviations());
                if (json()) {
                    out().json(json);
                } else {
                    out().line("%s  %-20s %s  %s", key.id(), key.label(), key.spec(), json.get("attributes"));
                }
            }
            return ExitCode.DONE;
        }
    }

    /** Signs once with each key and throws the signature away. */
    @Command(name = "test", description = "Sign once with a key, to see that the token works. Nothing is kept.")
    static final class Test extends OneToken {
        @Parameters(index = "1", paramLabel = "KEY-LABEL", description = "An EC key's label.")
        private String label = "";

        Test(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act(Token token) throws Exception {
            KeyRef key = token.keys().stream()
                    .filter(found -> found.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new Problem(
                            "T-1",
                            ExitCode.TOKEN,
                            "The token has no such key.",
                            label,
                            "'cairn token keys' lists them."));
            byte[] signature = token.sign(key, TestMechanism.of(key.spec()), new byte[] {1, 2, 3});
            out().line("%s signed: %d octets", label, signature.length);
            return ExitCode.DONE;
        }
    }

    private static final class TestMechanism {
        static SignMechanism of(KeySpec spec) {
            return switch (spec) {
                case KeySpec.Ec ignored -> new SignMechanism.Ecdsa(SignMechanism.Digest.SHA256);
                case KeySpec.Rsa ignored -> new SignMechanism.RsaPkcs(SignMechanism.Digest.SHA256);
                case KeySpec.Ed25519 ignored -> new SignMechanism.EdDsa();
                case KeySpec.MlDsa ignored -> new SignMechanism.MlDsa();
                case KeySpec.SlhDsa ignored -> new SignMechanism.SlhDsa();
            };
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
            try (Token token = environment().sessions().tokens().inspect(settings, pins.source())) {
                return act(token);
            }
        }
    }
}
