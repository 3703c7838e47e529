package cairn.ca.validation;

import cairn.ca.x509.PlainText;

/** One line of a description: what is said and its value, safe to show on one line. */
public record Fact(String label, String value) {
    private static final int MAX_LENGTH = 2000;

    /** Makes text from outside harmless and cuts what nobody would read. */
    public Fact {
        String safe = PlainText.escape(value);
        value = safe.length() <= MAX_LENGTH ? safe : safe.substring(0, MAX_LENGTH) + "...";
    }
}
