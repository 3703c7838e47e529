package cairn.ca.audit;

/** The name by which a workspace calls one of its authorities: 1 to 40 of {@code a-z 0-9 -}, starting with a letter. */
public record AuthorityName(String text) {
    /** Refuses any other text. */
    public AuthorityName {
        if (!isName(text)) {
            throw new IllegalArgumentException(
                    "an authority's name is 1 to 40 of a-z, 0-9 and '-', starting with a letter: " + text);
        }
    }

    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            boolean other = (c >= '0' && c <= '9') || c == '-';
            if (!letter && !(other && i > 0)) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 40;
    }

    @Override
    public String toString() {
        return text;
    }
}
