package cairn.ca.profile;

import cairn.ca.x509.PlainText;
import java.util.Optional;

/**
 * What a text may look like.
 *
 * @param maxLength in characters
 */
record TextRule(Optional<LinearPattern> pattern, int maxLength) {
    /** Why a text is not allowed; empty if it is. */
    Optional<String> objection(String value) {
        if (value.codePointCount(0, value.length()) > maxLength) {
            return Optional.of("longer than " + maxLength + " characters");
        }
        if (value.codePoints().anyMatch(PlainText::isUnsafe)) {
            return Optional.of("it has a control, direction or otherwise invisible character");
        }
        if (pattern.isPresent() && !pattern.get().matches(value)) {
            return Optional.of("it does not match the profile's pattern " + pattern.get());
        }
        return Optional.empty();
    }
}
