package cairn.ca.lint.extension;

import cairn.ca.lint.CertificateRule;
import cairn.ca.lint.LintContext;
import cairn.ca.lint.Report;
import cairn.ca.lint.view.CertificateView;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.x509.Severity;

/** A rule that asks one question of every subtree of nameConstraints. */
abstract class SubtreeRule extends CertificateRule {
    private final String objection;

    /** The last argument is what is wrong with a bad subtree, to follow its name in the finding. */
    SubtreeRule(String id, String clause, Severity severity, String words, String objection) {
        super(id, clause, severity, words);
        this.objection = objection;
    }

    /** Whether a subtree is against the rule. */
    abstract boolean isBad(NameConstraintsView.Subtree subtree);

    @Override
    public final void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().nameConstraints().ifPresent(constraints -> {
            for (NameConstraintsView.Subtree subtree : constraints.subtrees()) {
                if (isBad(subtree)) {
                    GeneralNameView base = subtree.base();
                    report.add("nameConstraints " + base.kindWord(), "'" + base.text() + "' " + objection);
                }
            }
        });
    }
}
