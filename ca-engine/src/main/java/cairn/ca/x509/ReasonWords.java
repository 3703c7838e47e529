package cairn.ca.x509;

/** CRLReason in the names of RFC 5280 section 5.3.1, as they stand in a list: what is unused or unknown is counted too. */
final class ReasonWords {
    private ReasonWords() {}

    static String of(int code) {
        return switch (code) {
            case 0 -> "unspecified";
            case 1 -> "keyCompromise";
            case 2 -> "cACompromise";
            case 3 -> "affiliationChanged";
            case 4 -> "superseded";
            case 5 -> "cessationOfOperation";
            case 6 -> "certificateHold";
            case 8 -> "removeFromCRL";
            case 9 -> "privilegeWithdrawn";
            case 10 -> "aACompromise";
            default -> "with the unknown reason " + code;
        };
    }
}
