package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.NameConstraintsView;

<<<<<<< HEAD
/** The minimum of a subtree is zero. */
final class SubtreeMinimum extends SubtreeRule {
    SubtreeMinimum() {
        super(
                "rfc5280.subtree-minimum",
                "RFC 5280 section 4.2.1.10",
                Severity.ERROR,
                "The minimum of a subtree is zero",
                "has a minimum that is not zero");
    }

    @Override
    boolean isBad(NameConstraintsView.Subtree subtree) {
        return !subtree.minimumZero();
=======
/** The minimum of a subtree is zero (RFC 5280 section 4.2.1.10). */
public final class SubtreeMinimum implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.subtree-minimum", "RFC 5280 section 4.2.1.10", Severity.ERROR, "The minimum of a subtree is zero");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().nameConstraints().ifPresent(constraints -> {
            for (NameConstraintsView.Subtree subtree : constraints.subtrees()) {
                if (!subtree.minimumZero()) {
                    report.add(
                            "nameConstraints " + subtree.base().kindWord(),
                            "'" + subtree.base().text() + "' has a minimum that is not zero");
                }
            }
        });
>>>>>>> authority
    }
}
