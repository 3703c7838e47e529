package cairn.ca.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with variables, written <code>${name}</code>. The values come with the request.
 *
 * @param literals the text around the variables: one more than there are variables
 */
record Template(List<String> literals, List<String> variables) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z][a-z0-9-]{0,31})}");

    Template {
        literals = List.copyOf(literals);
        variables = List.copyOf(variables);
    }

    /** Empty if a <code>${</code> does not start a variable. */
    static Optional<Template> parse(String text) {
        List<String> literals = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        int at = 0;
        while (matcher.find()) {
            literals.add(text.substring(at, matcher.start()));
            variables.add(matcher.group(1));
            at = matcher.end();
        }
        literals.add(text.substring(at));
        boolean broken = literals.stream().anyMatch(literal -> literal.contains("${"));
        return broken ? Optional.empty() : Optional.of(new Template(literals, variables));
    }

    /** Whether there is no variable. */
    boolean isConstant() {
        return variables.isEmpty();
    }

    /** The text; empty if a variable has no value. */
    Optional<String> expand(Map<String, String> values) {
        if (isConstant()) {
            return Optional.of(literals.get(0));
        }
        StringBuilder text = new StringBuilder(literals.get(0));
        for (int i = 0; i < variables.size(); i++) {
            String value = values.get(variables.get(i));
            if (value == null) {
                return Optional.empty();
            }
            text.append(value).append(literals.get(i + 1));
        }
        return Optional.of(text.toString());
    }

    /** As {@link #expand}, but a template that is one variable alone stands for all its values, parted by spaces. */
    Optional<List<String>> expandList(Map<String, String> values) {
        boolean alone = variables.size() == 1 && literals.stream().allMatch(String::isEmpty);
        return expand(values).map(text -> alone ? List.of(text.strip().split(" +")) : List.of(text));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(literals.get(0));
        for (int i = 0; i < variables.size(); i++) {
            text.append("${").append(variables.get(i)).append('}').append(literals.get(i + 1));
        }
        return text.toString();
    }
}
