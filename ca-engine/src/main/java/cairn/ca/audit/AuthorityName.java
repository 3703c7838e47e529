package cairn.ca.audit;

/** The name by which a workspace calls one of its authorities: 1 to 40 of {@code a-z 0-9 -}, starting with a letter. */
public record AuthorityName(String text) {
    /** Refuses any other text. */
    public AuthorityName {
        if (!text.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "an authority's name is 1 to 40 of a-z, 0-9 and '-', starting with a letter: " + text);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
