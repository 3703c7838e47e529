package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.NameConstraintsView;

<<<<<<< HEAD
/** A minimum of zero is left out. */
final class SubtreeMinimumEncoded extends SubtreeRule {
    SubtreeMinimumEncoded() {
        super(
                "x690.subtree-minimum-encoded",
                "X.690 section 11.5; RFC 5280 section 4.2.1.10",
                Severity.WARNING,
                "A minimum of zero is left out",
                "writes out the minimum zero, which is the default");
    }

    @Override
    boolean isBad(NameConstraintsView.Subtree subtree) {
        return subtree.minimumWritten() && subtree.minimumZero();
=======
/** A minimum of zero is left out (X.690 section 11.5). */
public final class SubtreeMinimumEncoded implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "x690.subtree-minimum-encoded",
            "X.690 section 11.5; RFC 5280 section 4.2.1.10",
            Severity.WARNING,
            "A minimum of zero is left out");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().nameConstraints().ifPresent(constraints -> {
            for (NameConstraintsView.Subtree subtree : constraints.subtrees()) {
                if (subtree.minimumWritten() && subtree.minimumZero()) {
                    report.add(
                            "nameConstraints " + subtree.base().kindWord(),
                            "'" + subtree.base().text() + "' writes out the minimum zero, which is the default");
                }
            }
        });
>>>>>>> authority
    }
}
