package cairn.app.cli;

import cairn.app.problem.Problem;
import cairn.ca.lint.LintSkip;
import cairn.ca.profile.AlternativeName;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import cairn.ca.profile.Variable;
import cairn.ca.x509.DistinguishedName;
import cairn.ca.x509.MalformedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the operator decides within the limits of the profile. */
final class ChoiceOptions {
    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A variable of the profile; 'cairn profile show' names them. May be repeated.")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Valid for N days, within the profile's limit, and not beyond the issuer's end.")
    private @Nullable Integer days;

    @Option(names = "--path-length", paramLabel = "N", description = "How many authorities may follow below.")
    private @Nullable Integer pathLength;

    @Option(
            names = "--san",
            paramLabel = "TYPE:VALUE",
            description = "dns:, ip:, uri: or email:, in place of the request's. May be repeated.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--use-subject", paramLabel = "DN", description = "A subject in place of the request's.")
    private @Nullable String subject;

    @Option(
            names = "--skip-lint",
            paramLabel = "RULE=REASON",
            description = "A lint rule that shall not block; recorded.")
    private Map<String, String> skips = new LinkedHashMap<>();

    /** The choices for this profile; a variable that it does not have is refused, for it would have no effect. */
    OperatorChoices choices(Profile profile) throws Problem {
        OperatorChoices choices = OperatorChoices.none();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            requireKnown(variable.getKey(), profile);
            choices = choices.withVariable(variable.getKey(), variable.getValue());
        }
        if (days != null) {
            require(days >= 1, "A certificate is valid for at least one day.", "--days " + days);
            choices = choices.withLifetime(Duration.ofDays(days));
        }
        if (pathLength != null) {
            require(
                    pathLength >= 0,
                    "A path length is not negative (RFC 5280 section 4.2.1.9).",
                    "--path-length " + pathLength);
            choices = choices.withPathLength(pathLength);
        }
        if (subject != null) {
            choices = choices.withSubject(distinguishedName("--use-subject", subject));
        }
        if (!names.isEmpty()) {
            List<AlternativeName> parsed = new ArrayList<>();
            for (String name : names) {
                parsed.add(parse(name));
            }
            choices = choices.withNames(parsed);
        }
        return choices;
    }

    private static void require(boolean holds, String what, String where) throws Problem {
        if (!holds) {
            throw Problem.badInput("A-8", what, where, "Give another value, or leave it to the profile.");
        }
    }

    private static void requireKnown(String name, Profile profile) throws Problem {
        List<Variable> known = profile.variables();
        if (known.stream().noneMatch(variable -> variable.name().equals(name))) {
            throw Problem.badInput(
                    "P-3",
                    "Profile " + profile.name() + " has no variable of this name.",
                    "--set " + name,
                    known.isEmpty()
                            ? "It has none: leave --set out, or choose another profile."
                            : "It has: " + named(known));
        }
    }

    /** Variables with what they are for. */
    static String named(List<Variable> variables) {
        return variables.stream()
                .map(variable -> variable.name() + " (" + variable.purpose() + ")")
                .collect(Collectors.joining(", "));
    }

    List<LintSkip> skips() throws Problem {
        List<LintSkip> parsed = new ArrayList<>();
        for (Map.Entry<String, String> skip : skips.entrySet()) {
            try {
                parsed.add(new LintSkip(skip.getKey(), skip.getValue()));
            } catch (IllegalArgumentException e) {
                throw Problem.badInput("L-1", String.valueOf(e.getMessage()) + ".", "--skip-lint", "Give a reason.");
            }
        }
        return parsed;
    }

    /** A distinguished name from the command line. */
    static DistinguishedName distinguishedName(String option, String text) throws Problem {
        try {
            return DistinguishedName.parse(text);
        } catch (MalformedException e) {
            throw Problem.badInput(
                    "I-11",
                    "This is no distinguished name: " + e.getMessage() + ".",
                    option + " " + text,
                    "Write it as RFC 4514 does, such as " + option
                            + " \"CN=Device 7,O=Example\"; a comma in a value is written \\,");
        }
    }

    private static AlternativeName parse(String text) throws Problem {
        try {
            return read(text);
        } catch (MalformedException e) {
            throw Problem.badInput(
                    "I-6",
                    "This is no such name: " + e.getMessage() + ".",
                    "--san " + text,
                    "Write it as --san dns:a.example, ip:192.0.2.1, ip:2001:db8::1, uri:https://a.example/x or"
                            + " email:a@a.example.");
        }
    }

    private static AlternativeName read(String text) throws Problem, MalformedException {
        int colon = text.indexOf(':');
        String type = colon < 0 ? "" : text.substring(0, colon);
        String value = text.substring(colon + 1);
        return switch (type) {
            case "dns" -> AlternativeName.dns(value);
            case "ip" -> AlternativeName.ip(value);
            case "uri" -> AlternativeName.uri(value);
            case "email" -> AlternativeName.email(value);
            default ->
                throw Problem.badInput(
                        "I-6",
                        "A name starts with dns:, ip:, uri: or email:.",
                        "--san " + text,
                        "For example dns:a.example");
        };
    }
}
