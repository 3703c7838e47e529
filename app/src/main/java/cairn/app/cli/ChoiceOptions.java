package cairn.app.cli;

import cairn.app.problem.Problem;
import cairn.app.session.OperatorEntries;
import cairn.ca.lint.LintSkip;
import cairn.ca.profile.OperatorChoices;
import cairn.ca.profile.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return new OperatorEntries(
                        variables,
                        Optional.ofNullable(days),
                        Optional.ofNullable(pathLength),
                        names,
                        Optional.ofNullable(subject))
                .choices(profile);
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
}
