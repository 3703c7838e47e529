package cairn.app.problem;

/** What to do about a rule of the engine that refused. */
final class Remedies {
    private static final String CLOCK = "Set the computer's clock right, then run again.";

    private Remedies() {}

    /** For a certificate or a list. */
    static String issuance(String rule) {
        return switch (rule) {
            case "profile" ->
                "Mend the request, give another value with --san, --use-subject, --set or --days, or choose another"
                        + " profile; 'cairn profile show NAME' says what this one wants.";
            case "profile-kind" ->
                "Choose a profile of the other kind ('cairn profile list'), or an authority that may sign it.";
            case "issuer-state" -> "Choose an authority in service: 'cairn authority list' shows them.";
            case "issuer-validity", "issuer-usage", "key-usage" ->
                "Choose another authority ('cairn authority show NAME'), or make a new one; check the computer's clock.";
            case "authority-key", "blocked-key" -> "Have a request made with a new key.";
            case "validity", "backdating" -> "Ask for fewer days with --days; check the computer's clock.";
            case "next-update" -> "Choose another number of --days.";
            case "settlement" -> "'cairn workspace info' lists what is open; --why takes words.";
            case "issuer-key" ->
                "Check with 'cairn authority show' and 'cairn token keys' that this is the authority's token.";
            case "skip" -> "Give the rule's name as 'cairn lint' prints it.";
            case "clock" -> CLOCK;
            default -> "Run again with CAIRN_TRACE=1 and report what it prints; nothing was signed.";
        };
    }

    /** For an authority. */
    static String authority(String rule) {
        return switch (rule) {
            case "name" ->
                "Choose another name, or check the spelling; 'cairn authority list' shows those that there are.";
            case "label" -> "Choose another name for the authority, or another token.";
            case "key-type" -> "Choose another --key, or another token: 'cairn token info' shows what it offers.";
            case "key-attributes" -> "Use a token that keeps its private keys, or set it up so that it does.";
            case "profile-kind" -> "Choose another profile: 'cairn profile list' shows them.";
            case "open-intent" -> "'cairn workspace info' lists it; 'cairn workspace settle' ends it.";
            case "state" -> "'cairn authority show NAME' says how it stands with it.";
            case "subject" -> "Give the same subject as the request, or make a new request.";
            case "words" -> "Give --why \"in words\".";
            case "clock" -> CLOCK;
            case "signature" -> "Do not use this token until its maker has looked at it.";
            default -> "Ask the outside issuer for a certificate and a chain that keep this rule; nothing was changed.";
        };
    }
}
