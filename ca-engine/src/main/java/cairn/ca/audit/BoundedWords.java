package cairn.ca.audit;

/** Words that come from outside, cut to a length that a journal can bear many times over. */
public final class BoundedWords {
    /** The most characters that are kept. */
    public static final int MOST = 1000;

    private BoundedWords() {}

    /** These words, or their beginning with an ellipsis. */
    public static String of(String words) {
        if (words.length() <= MOST) {
            return words;
        }
        int end = MOST - 1;
        if (Character.isHighSurrogate(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(0, end) + "\u2026";
    }
}
