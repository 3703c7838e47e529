package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.NameConstraintsView;

<<<<<<< HEAD
/** A subtree has no maximum. */
final class SubtreeMaximum extends SubtreeRule {
    SubtreeMaximum() {
        super(
                "rfc5280.subtree-maximum",
                "RFC 5280 section 4.2.1.10",
                Severity.ERROR,
                "A subtree has no maximum",
                "has a maximum");
    }

    @Override
    boolean isBad(NameConstraintsView.Subtree subtree) {
        return subtree.maximum();
=======
/** A subtree has no maximum (RFC 5280 section 4.2.1.10). */
public final class SubtreeMaximum implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.subtree-maximum", "RFC 5280 section 4.2.1.10", Severity.ERROR, "A subtree has no maximum");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().nameConstraints().ifPresent(constraints -> {
            for (NameConstraintsView.Subtree subtree : constraints.subtrees()) {
                if (subtree.maximum()) {
                    report.add(
                            "nameConstraints " + subtree.base().kindWord(),
                            "'" + subtree.base().text() + "' has a maximum");
                }
            }
        });
>>>>>>> authority
    }
}
