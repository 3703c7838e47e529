package cairn.ca.lint.extension;

import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.x509.Severity;

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
    }
}
