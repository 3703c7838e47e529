package cairn.ca.lint.extension;

import cairn.ca.lint.view.NameConstraintsView;
import cairn.ca.x509.Severity;

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
    }
}
