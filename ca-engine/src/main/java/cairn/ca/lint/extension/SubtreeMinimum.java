package cairn.ca.lint.extension;

import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.x509.Severity;

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
    }
}
