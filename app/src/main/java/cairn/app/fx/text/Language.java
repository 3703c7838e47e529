package cairn.app.fx.text;

import java.util.Locale;

/** A language of the desktop. */
public enum Language {
    ENGLISH(Locale.ENGLISH, "English"),
    GERMAN(Locale.GERMAN, "Deutsch"),
    /** English made longer by two fifths, which shows where a screen has no room for another language. */
    LONG(Locale.ENGLISH, "Ŀǿñğ");

    private static final String PADDING = " lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam";

    private final Locale locale;
    private final String title;

    Language(Locale locale, String title) {
        this.locale = locale;
        this.title = title;
    }

    /** The language of this computer, or English. */
    public static Language ofSystem() {
        return Locale.getDefault().getLanguage().equals("de") ? GERMAN : ENGLISH;
    }

    /** What formats and words are looked up by. */
    public Locale locale() {
        return locale;
    }

    /** What its speakers call it. */
    public String title() {
        return title;
    }

    String shape(String text) {
        if (this != LONG || text.isEmpty()) {
            return text;
        }
        int more = Math.max(1, text.length() * 2 / 5);
        return "[" + text + PADDING.repeat(1 + more / PADDING.length()).substring(0, more) + "]";
    }
}
