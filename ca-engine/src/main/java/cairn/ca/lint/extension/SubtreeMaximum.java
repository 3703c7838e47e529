package cairn.ca.lint.extension;

import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.x509.Severity;

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
    }
}
