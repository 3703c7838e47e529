package cairn.ca.lint;

import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** One demand on a certificate revocation list. Stateless, so that every thread may use the same rule. */
public abstract class CrlRule {
    private final RuleDescription about;

    /** The arguments of {@link RuleDescription}. */
    protected CrlRule(String id, String clause, Severity severity, String words) {
        this.about = new RuleDescription(id, clause, severity, words);
    }

    /** Its name, clause, weight and words. */
    public final RuleDescription about() {
        return about;
    }

    /** Reports what is wrong with {@code list}; never throws on hostile content. */
    public abstract void check(CrlView list, LintContext context, Report report);
}
