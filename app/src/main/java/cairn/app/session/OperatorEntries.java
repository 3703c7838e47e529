package cairn.app.session;

import cairn.app.problem.Problem;
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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an operator entered, as text, before it is known whether it can be meant.
 *
 * @param variables values of the profile's variables by name
 * @param days how long the certificate is valid
 * @param pathLength how many authorities may follow below
 * @param names alternative names in place of the request's, such as {@code dns:a.example}; none leaves the request's
 * @param subject a distinguished name in place of the request's
 */
public record OperatorEntries(
        Map<String, String> variables,
        Optional<Integer> days,
        Optional<Integer> pathLength,
        List<String> names,
        Optional<String> subject) {
    /** Nothing. */
    public static final OperatorEntries NONE =
            new OperatorEntries(Map.of(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    /** Takes copies. */
    public OperatorEntries {
        variables = new LinkedHashMap<>(variables);
        names = List.copyOf(names);
    }

    /** The choices for this profile; a variable that it does not have is refused, for it would have no effect. */
    public OperatorChoices choices(Profile profile) throws Problem {
        OperatorChoices choices = OperatorChoices.none();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            requireKnown(variable.getKey(), profile);
            choices = choices.withVariable(variable.getKey(), variable.getValue());
        }
        if (days.isPresent()) {
            require(days.get() >= 1, "A certificate is valid for at least one day.", "--days " + days.get());
            choices = choices.withLifetime(Duration.ofDays(days.get()));
        }
        if (pathLength.isPresent()) {
            require(
                    pathLength.get() >= 0,
                    "A path length is not negative (RFC 5280 section 4.2.1.9).",
                    "--path-length " + pathLength.get());
            choices = choices.withPathLength(pathLength.get());
        }
        if (subject.isPresent()) {
            choices = choices.withSubject(distinguishedName("--use-subject", subject.get()));
        }
        if (!names.isEmpty()) {
            List<AlternativeName> parsed = new ArrayList<>();
            for (String name : names) {
                parsed.add(name(name));
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
    public static String named(List<Variable> variables) {
        return variables.stream()
                .map(variable -> variable.name() + " (" + variable.purpose() + ")")
                .collect(Collectors.joining(", "));
    }

    /** A distinguished name that somebody wrote. */
    public static DistinguishedName distinguishedName(String option, String text) throws Problem {
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

    /** An alternative name that somebody wrote. */
    public static AlternativeName name(String text) throws Problem {
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
