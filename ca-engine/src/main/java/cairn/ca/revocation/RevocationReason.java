package cairn.ca.revocation;

import java.util.Arrays;
import java.util.Optional;

/** CRLReason (RFC 5280 section 5.3.1), with the names and numbers that the standard gives. */
public enum RevocationReason {
    UNSPECIFIED("unspecified", 0),
    KEY_COMPROMISE("keyCompromise", 1),
    CA_COMPROMISE("cACompromise", 2),
    AFFILIATION_CHANGED("affiliationChanged", 3),
    SUPERSEDED("superseded", 4),
    CESSATION_OF_OPERATION("cessationOfOperation", 5),
    CERTIFICATE_HOLD("certificateHold", 6),
    PRIVILEGE_WITHDRAWN("privilegeWithdrawn", 9),
    AA_COMPROMISE("aACompromise", 10);

    private final String word;
    private final int code;

    RevocationReason(String word, int code) {
        this.word = word;
        this.code = code;
    }

    /** The standard's name, which is also the word of the command line. */
    public String word() {
        return word;
    }

    /** The ENUMERATED value. */
    public int code() {
        return code;
    }

    /** Whether a private key is believed to be in other hands. */
    public boolean isCompromise() {
        return this == KEY_COMPROMISE || this == CA_COMPROMISE;
    }

    /**
     * Whether it takes the place of an earlier reason: a hold gives way to any, another reason only to a compromise that was
     * found out later.
     */
    public boolean replaces(RevocationReason earlier) {
        return earlier == CERTIFICATE_HOLD || (isCompromise() && !earlier.isCompromise());
    }

    /** The reason with this name. */
    public static Optional<RevocationReason> ofWord(String word) {
        return Arrays.stream(values()).filter(r -> r.word.equals(word)).findFirst();
    }

    /** The reason with this ENUMERATED value; 8 (removeFromCRL) is no state of a certificate and 7 is unused. */
    public static Optional<RevocationReason> ofCode(int code) {
        return Arrays.stream(values()).filter(r -> r.code == code).findFirst();
    }
}
