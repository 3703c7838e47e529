package cairn.ca.lint.extension;

import cairn.ca.lint.Severity;
import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;

<<<<<<< HEAD
/** nameConstraints does not speak of registeredID. */
final class SubtreeRegisteredId extends SubtreeRule {
    SubtreeRegisteredId() {
        super(
                "rfc5280.subtree-registered-id",
                "RFC 5280 section 4.2.1.10",
                Severity.WARNING,
                "nameConstraints does not speak of registeredID",
                "constrains registeredID");
    }

    @Override
    boolean isBad(NameConstraintsView.Subtree subtree) {
        return subtree.base().is(GeneralNameView.REGISTERED_ID);
=======
/** nameConstraints does not speak of registeredID (RFC 5280 section 4.2.1.10). */
public final class SubtreeRegisteredId implements CertificateRule {
    private static final RuleDescription ABOUT = new RuleDescription(
            "rfc5280.subtree-registered-id",
            "RFC 5280 section 4.2.1.10",
            Severity.WARNING,
            "nameConstraints does not speak of registeredID");

    @Override
    public RuleDescription about() {
        return ABOUT;
    }

    @Override
    public void check(CertificateView certificate, LintContext context, Report report) {
        certificate.extensions().nameConstraints().ifPresent(constraints -> {
            for (NameConstraintsView.Subtree subtree : constraints.subtrees()) {
                if (subtree.base().is(GeneralNameView.REGISTERED_ID)) {
                    report.add(
                            "nameConstraints " + subtree.base().kindWord(),
                            "'" + subtree.base().text() + "' constrains registeredID");
                }
            }
        });
>>>>>>> authority
    }
}
