package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;

<<<<<<< HEAD
/** nameConstraints does not speak of x400Address. */
final class SubtreeX400 extends SubtreeRule {
    SubtreeX400() {
        super(
                "rfc5280.subtree-x400",
                "RFC 5280 section 4.2.1.10",
                Severity.WARNING,
                "nameConstraints does not speak of x400Address",
                "constrains x400Address");
    }

    @Override
    boolean isBad(NameConstraintsView.Subtree subtree) {
        return subtree.base().is(GeneralNameView.X400);
=======
/** nameConstraints does not speak of x400Address (RFC 5280 section 4.2.1.10). */
public final class SubtreeX400 implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.subtree-x400",
            "RFC 5280 section 4.2.1.10",
            Severity.WARNING,
            "nameConstraints does not speak of x400Address");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().nameConstraints().ifPresent(constraints -> {
            for (NameConstraintsView.Subtree subtree : constraints.subtrees()) {
                if (subtree.base().is(GeneralNameView.X400)) {
                    report.add(
                            "nameConstraints " + subtree.base().kindWord(),
                            "'" + subtree.base().text() + "' constrains x400Address");
                }
            }
        });
>>>>>>> authority
    }
}
