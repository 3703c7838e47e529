package cairn.ca.profile;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as profiles write them: {@code 398 days}, {@code 1 hour}, {@code no expiration}. */
final class Lifetime {
    /** Stands for "no well-defined expiration date" (RFC 5280 section 4.1.2.5). */
    static final Duration NO_EXPIRATION = Duration.ofSeconds(Long.MAX_VALUE);

    /** What to write. */
    static final String EXPECTED = "a number and seconds, minutes, hours or days, such as \"398 days\"";

    /** A hundred years and their leap days. */
    static final Duration LONGEST = Duration.ofDays(36_525);

    private static final String NO_EXPIRATION_WORDS = "no expiration";
    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]{0,9}) (second|minute|hour|day)s?");

    private Lifetime() {}

    /** A length from nothing to {@link #LONGEST}. */
    static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        Duration length = switch (matcher.group(2)) {
            case "second" -> Duration.ofSeconds(number);
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
        return length.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(length);
    }

    /** As {@link #parse}, or without end; not nothing. */
    static Optional<Duration> parseOrNone(String text) {
        return text.equals(NO_EXPIRATION_WORDS)
                ? Optional.of(NO_EXPIRATION)
                : parse(text).filter(Duration::isPositive);
    }

    /** The words for people. */
    static String words(Duration length) {
        if (length.equals(NO_EXPIRATION)) {
            return NO_EXPIRATION_WORDS;
        }
        long seconds = length.toSeconds();
        if (seconds % 86_400 == 0) {
            return counted(seconds / 86_400, "day");
        }
        if (seconds % 3_600 == 0) {
            return counted(seconds / 3_600, "hour");
        }
        if (seconds > 2 * 86_400) {
            return "more than " + counted(seconds / 86_400, "day");
        }
        return seconds % 60 == 0 ? counted(seconds / 60, "minute") : counted(seconds, "second");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
