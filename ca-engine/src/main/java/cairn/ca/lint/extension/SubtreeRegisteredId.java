package cairn.ca.lint.extension;

import cairn.ca.lint.view.GeneralNameView;
import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.x509.Severity;

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
    }
}
