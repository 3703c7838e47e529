package cairn.bench.issuing;

/** The steps of issuance, each with what its figure is called. */
public enum Step {
    READ("read the request, check it and its signature"),
    PREPARE("prepare: shape, throw-away signature, lint"),
    INTENT("record the intents: journal, register, flush"),
    SIGN("sign, verify, compare"),
    COMPLETE("record the completions: journal, register, flush");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    /** For the table. */
    public String words() {
        return words;
    }
}
