package cairn.ca.profile;

import java.util.List;

/**
 * What a request asks for beside what it would become, field by field.
 *
 * @param reasons why nothing would be issued; empty if the request passes
 */
public record Comparison(List<Line> lines, List<ProfileRefusal.Reason> reasons) {
    /** Takes copies. */
    public Comparison {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /** Whether a certificate can be made of the request. */
    public boolean isAccepted() {
        return reasons.isEmpty();
    }

    /**
     * One field.
     *
     * @param requested what the request says, empty text if it says nothing
     * @param result what the certificate would say, empty text if nothing
     * @param why where the result comes from
     */
    public record Line(String field, String requested, String result, Change change, String why) {}

    /** How the result differs from what was asked for. */
    public enum Change {
        SAME,
        ADDED,
        CHANGED,
        DROPPED,
        REFUSED
    }
}
