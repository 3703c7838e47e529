package cairn.app.cli;

import cairn.app.problem.ExitCode;
import cairn.app.problem.Problem;
import cairn.app.session.TokenDirectory;
import cairn.app.session.TokenSettings;
import cairn.hsm.token.KeyRef;
import cairn.hsm.token.KeySpec;
import cairn.hsm.token.Pin;
import cairn.hsm.token.PinSource;
import cairn.hsm.token.SignMechanism;
import cairn.hsm.token.Token;
import cairn.hsm.token.TokenInfo;
import cairn.hsm.token.TokenModule;
import cairn.hsm.token.TokenSelector;
import java.nio.file.Path;
import java.util.ArrayList;
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
        description = "Tokens: list, look at, make, test.",
        subcommands = {
            TokenCommands.ListTokens.class,
            TokenCommands.Info.class,
            TokenCommands.Keys.class,
            TokenCommands.Init.class,
            TokenCommands.Add.class,
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
                    .orElseThrow(() -> Problem.badInput(
                            "T-1", "The token has no such key.", label, "'cairn token keys' lists them."));
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

    /** Makes a software token. */
    @Command(name = "init", description = "Make a software token (not an HSM) in the workspace.")
    static final class Init extends Action {
        @Parameters(paramLabel = "NAME", description = "What the workspace calls it.")
        private String name = "";

        @Mixin
        private PinOptions pins = new PinOptions();

        Init(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            TokenDirectory directory = new TokenDirectory(workspace());
            Path file = directory.softwareFile(name);
            TokenSelector selector = new TokenSelector(name, Optional.empty());
            TokenInfo info;
            try (Pin pin = pins.source().request(selector, PinSource.Role.USER)) {
                info = environment().sessions().tokens().createSoftware(file, name, pin);
            }
            directory.add(new TokenSettings(
                    name, TokenSettings.Kind.SOFTWARE, file, Optional.empty(), info.label(), info.serialNumber()));
            if (json()) {
                out().json(described(info));
            } else {
                out().line("Made software token %s (not an HSM), serial number %s", name, info.serialNumber());
            }
            return ExitCode.DONE;
        }
    }

    /** Names a PKCS#11 token. */
    @Command(name = "add", description = "Tell the workspace of a token of a PKCS#11 library.")
    static final class Add extends Action {
        @Parameters(paramLabel = "NAME", description = "What the workspace calls it.")
        private String name = "";

        @Option(names = "--module", required = true, paramLabel = "LIB", description = "The PKCS#11 library.")
        private Path module = Path.of("");

        @Option(names = "--token", required = true, paramLabel = "LABEL", description = "The token's label.")
        private String label = "";

        Add(CliEnvironment environment) {
            super(environment);
        }

        @Override
        ExitCode act() throws Exception {
            TokenSettings settings = find(environment(), name, module, label);
            new TokenDirectory(workspace()).add(settings);
            out().line("Added token %s: %s, serial number %s", name, label, settings.serialNumber());
            return ExitCode.DONE;
        }
    }

    /** The token of a library with this label; refuses none and more than one. */
    static TokenSettings find(CliEnvironment environment, String name, Path module, String label) throws Exception {
        List<TokenInfo> found = new ArrayList<>();
        for (TokenModule.SlotInfo slot :
                environment.sessions().tokens().module(module, Optional.empty()).slots()) {
            TokenInfo token = slot.token();
            if (token != null && token.label().equals(label)) {
                found.add(token);
            }
        }
        if (found.size() != 1) {
            throw new Problem(
                    "T-2",
                    ExitCode.TOKEN,
                    found.isEmpty() ? "No token has this label." : "More than one token has this label.",
                    label + " in " + module,
                    "'cairn token list --module LIB' shows the tokens.");
        }
        return new TokenSettings(
                name,
                TokenSettings.Kind.PKCS11,
                module.toAbsolutePath(),
                Optional.empty(),
                label,
                found.getFirst().serialNumber());
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
