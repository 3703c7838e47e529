package cairn.ca.profile;

import cairn.ca.x509.DistinguishedName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator decides within the limits of the profile. An empty choice leaves it to the request and the profile.
 *
 * @param subject stands in place of the request's subject
 * @param names stand in place of the request's subject alternative names
 * @param validity when the certificate starts and ends
 * @param pathLength pathLenConstraint of an authority (RFC 5280 section 4.2.1.9)
 * @param variables what the profile writes as <code>${name}</code>, addresses of CRLs say
 */
public record OperatorChoices(
        Optional<DistinguishedName> subject,
        Optional<List<AlternativeName>> names,
        ValidityChoice validity,
        Optional<Integer> pathLength,
        Map<String, String> variables) {
    private static final OperatorChoices NONE =
            new OperatorChoices(Optional.empty(), Optional.empty(), ValidityChoice.NONE, Optional.empty(), Map.of());

    /** Takes copies. */
    public OperatorChoices {
        names = names.map(List::copyOf);
        variables = Map.copyOf(variables);
    }

    /** The operator changes nothing. */
    public static OperatorChoices none() {
        return NONE;
    }

    /** The same with another subject. */
    public OperatorChoices withSubject(DistinguishedName replacement) {
        return new OperatorChoices(Optional.of(replacement), names, validity, pathLength, variables);
    }

    /** The same with other subject alternative names. */
    public OperatorChoices withNames(List<AlternativeName> replacement) {
        return new OperatorChoices(subject, Optional.of(replacement), validity, pathLength, variables);
    }

    /** The same with this length of life. */
    public OperatorChoices withLifetime(Duration lifetime) {
        return withValidity(new ValidityChoice(validity.notBefore(), Optional.empty(), Optional.of(lifetime)));
    }

    /** The same with this last second. */
    public OperatorChoices withNotAfter(Instant notAfter) {
        return withValidity(new ValidityChoice(validity.notBefore(), Optional.of(notAfter), Optional.empty()));
    }

    /** The same with this start and end. */
    public OperatorChoices withValidity(ValidityChoice replacement) {
        return new OperatorChoices(subject, names, replacement, pathLength, variables);
    }

    /** The same with this path length constraint. */
    public OperatorChoices withPathLength(int replacement) {
        return new OperatorChoices(subject, names, validity, Optional.of(replacement), variables);
    }

    /** The same with one more variable. */
    public OperatorChoices withVariable(String name, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(name, value);
        return new OperatorChoices(subject, names, validity, pathLength, more);
    }
}
