package cairn.app.fx.text;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ResourceBundle;

/**
 * The words of one room of the desktop. They stand in {@code texts.properties} beside the room's classes, in the form of
 * {@link MessageFormat}: an apostrophe is written twice.
 */
public final class Texts {
    private final Language language;
    private final ResourceBundle words;

    private Texts(Language language, ResourceBundle words) {
        this.language = language;
        this.words = words;
    }

    /** The words of the room {@code room}, such as {@code authorities} or {@code fx.dialog}. */
    public static Texts of(Language language, String room) {
        return new Texts(
                language,
                ResourceBundle.getBundle(
                        "cairn.app." + room + ".texts",
                        language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The words of another room, in the same language. */
    public Texts room(String room) {
        return of(language, room);
    }

    /** The text under {@code key} with its arguments filled in. */
    public String get(String key, Object... arguments) {
        return language.shape(new MessageFormat(words.getString(key), language.locale()).format(arguments));
    }

    /** The word for one of several values, under {@code key}, a dot, and the value's name. */
    public String choice(String key, Enum<?> value) {
        return get(key + "." + value.name());
    }

    /** The day, as it is written in this language, where this computer stands. */
    public String day(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), instant);
    }

    /** Day and minute. */
    public String moment(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT), instant);
    }

    /** A month of a calendar, such as {@code Nov}. */
    public String month(Instant instant) {
        return DateTimeFormatter.ofPattern("MMM", language.locale())
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    private String format(DateTimeFormatter format, Instant instant) {
        return format.withLocale(language.locale())
                .withZone(ZoneId.systemDefault())
                .format(instant);
    }

    /** A whole number with separators. */
    public String number(long value) {
        return String.format(language.locale(), "%,d", value);
    }

    /** The language. */
    public Language language() {
        return language;
    }
}
