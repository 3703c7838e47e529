package cairn.ca.lint;

import cairn.ca.lint.view.CrlView;

/** One demand on a certificate revocation list. Stateless, so that every thread may use the same rule. */
public interface CrlRule {
    /** Its name, clause, weight and words. */
    RuleDescription about();

    /** Reports what is wrong with {@code list}; never throws on hostile content. */
    void check(CrlView list, LintContext context, Report report);
}
