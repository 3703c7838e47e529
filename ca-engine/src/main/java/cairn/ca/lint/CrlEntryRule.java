package cairn.ca.lint;

import cairn.ca.lint.view.CrlEntryView;
import cairn.ca.lint.view.CrlView;

/** One demand on each entry of a list; all of these share one pass, since a list may have a million entries. */
public interface CrlEntryRule {
    /** Its name, clause, weight and words. */
    RuleDescription about();

    /** Reports what is wrong with {@code entry}; never throws on hostile content. */
    void check(CrlEntryView entry, CrlView list, Report report);
}
