package cairn.ca.lint;

import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;
import cairn.ca.x509.Severity;

/** One demand on each entry of a list; all of these share one pass, since a list may have a million entries. */
public abstract class CrlEntryRule {
    private final RuleDescription about;

    /** The arguments of {@link RuleDescription}. */
    protected CrlEntryRule(String id, String clause, Severity severity, String words) {
        this.about = new RuleDescription(id, clause, severity, words);
    }

    /** Its name, clause, weight and words. */
    public final RuleDescription about() {
        return about;
    }

    /** Reports what is wrong with {@code entry}; never throws on hostile content. */
    public abstract void check(CrlEntryView entry, CrlView list, Report report);
}
