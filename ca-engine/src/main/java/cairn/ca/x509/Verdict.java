package cairn.ca.x509;

import java.util.Collection;

/** What findings come to. */
public enum Verdict {
    ACCEPT,
    WARN,
    REJECT;

    /** The verdict that the gravest finding gives. */
    public static Verdict of(Collection<Finding> findings) {
        Verdict verdict = ACCEPT;
        for (Finding finding : findings) {
            Verdict one = switch (finding.severity()) {
                case ERROR -> REJECT;
                case WARNING -> WARN;
                case NOTICE -> ACCEPT;
            };
            verdict = one.compareTo(verdict) > 0 ? one : verdict;
        }
        return verdict;
    }

    /** The word for scripts: {@code accept}, {@code warn}, {@code reject}. */
    public String word() {
        return switch (this) {
            case ACCEPT -> "accept";
            case WARN -> "warn";
            case REJECT -> "reject";
        };
    }
}
