package cairn.ca.validation;

import cairn.ca.x509.Finding;
import java.util.List;

/** Judges a JSON document; whoever composes the program hands in the reader of profiles. */
@FunctionalInterface
public interface DocumentCheck {
    /** All objections, with line and column as their place. */
    List<Finding> check(byte[] document);
}
