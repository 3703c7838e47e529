package cairn.ca.profile;

import java.util.List;
import java.util.stream.Collectors;

/** A profile does not allow what was asked for. Holds every reason, not only the first. */
public final class ProfileRefusal extends Exception {
    /** @serial the reasons, at least one */
    private final List<Reason> reasons;

    /** A refusal by the profile of this name. */
    ProfileRefusal(String profile, List<Reason> reasons) {
        super("profile " + profile + ": "
                + reasons.stream().map(Reason::toString).collect(Collectors.joining("; ")));
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a refusal has a reason");
        }
        this.reasons = List.copyOf(reasons);
    }

    /** Why, at least one. */
    public List<Reason> reasons() {
        return reasons;
    }

    /**
     * One reason.
     *
     * @param field what is refused, such as {@code subject.commonName}
     * @param rule the rule's stable name, such as {@code attribute-required}
     * @param words a sentence for people without a full stop, safe for one line of a terminal
     */
    public record Reason(String field, String rule, String words) {
        @Override
        public String toString() {
            return field + ": " + words;
        }
    }
}
