package cairn.app.inspect;

import cairn.app.session.Inspected;
import cairn.ca.validation.Description;
import cairn.ca.validation.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of two things beside each other.
 *
 * @param left what the first says; empty if nothing
 * @param right what the second says
 */
record Difference(String label, String left, String right) {
    boolean isDifferent() {
        return !left.equals(right);
    }

    /** What either says, in the first one's order; what only the second says is last. */
    static List<Difference> between(Inspected first, Inspected second) {
        Map<String, String> left = facts(first);
        Map<String, String> right = facts(second);
        List<Difference> lines = new ArrayList<>();
        left.forEach((label, value) -> lines.add(new Difference(label, value, right.getOrDefault(label, ""))));
        right.forEach((label, value) -> {
            if (!left.containsKey(label)) {
                lines.add(new Difference(label, "", value));
            }
        });
        return lines;
    }

    /** Of the first object; the labels of further ones have a number. */
    private static Map<String, String> facts(Inspected what) {
        Map<String, String> facts = new LinkedHashMap<>();
        List<Description> contents = what.inspection().contents();
        for (int i = 0; i < contents.size(); i++) {
            String prefix = i == 0 ? "" : (i + 1) + ". ";
            for (Fact fact : contents.get(i).facts()) {
                facts.merge(prefix + fact.label(), fact.value(), (one, two) -> one + "; " + two);
            }
        }
        return facts;
    }
}
