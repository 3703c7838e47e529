package cairn.ca.profile;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of subject alternative name that a profile has rules for. */
public enum NameType {
    DNS("dns"),
    IP("ip"),
    URI("uri"),
    EMAIL("email"),
    HARDWARE_MODULE("hardware-module"),
    /** Every other kind: shown, never put into a certificate. */
    OTHER("other");

    private final String word;

    NameType(String word) {
        this.word = word;
    }

    /** The word in profiles. */
    public String word() {
        return word;
    }

    /** The kind that {@code word} names, if any. */
    public static Optional<NameType> ofWord(String word) {
        return Arrays.stream(values()).filter(t -> t.word.equals(word)).findFirst();
    }
}
