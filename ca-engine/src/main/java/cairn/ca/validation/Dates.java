package cairn.ca.validation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time for people: always UTC, and how far away. */
final class Dates {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Dates() {}

    static String text(Instant when) {
        return FORM.format(when);
    }

    /** Such as "2027-01-01 00:00:00 UTC (in 37 days)". */
    static String relative(Instant when, Instant now) {
        return text(when) + (when.isBefore(now) ? " (" + span(when, now) + " ago)" : " (in " + span(now, when) + ")");
    }

    /** The length of the time between, in days or, below two days, in hours. */
    static String span(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return length.toDays() >= 2 ? length.toDays() + " days" : length.toHours() + " hours";
    }
}
