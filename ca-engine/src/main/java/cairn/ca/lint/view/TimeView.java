package cairn.ca.lint.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A time as it is written and as it is meant (RFC 5280 section 4.1.2.5). */
public final class TimeView {
    private final Element element;
    private final String text;
    private final @Nullable Instant instant;

    TimeView(Element element) {
        this.element = element;
        this.text = element.text();
        this.instant = read(element.is(Tag.UTC_TIME), text);
    }

    /** Whether it is a UTCTime. */
    public boolean isUtcTime() {
        return element.is(Tag.UTC_TIME);
    }

    /** Whether it is a GeneralizedTime. */
    public boolean isGeneralizedTime() {
        return element.is(Tag.GENERALIZED_TIME);
    }

    /** The characters as they are. */
    public String text() {
        return text;
    }

    /** The moment, as far as the characters name one; forms that RFC 5280 forbids are understood as well as they can be. */
    public Optional<Instant> instant() {
        return Optional.ofNullable(instant);
    }

    /** The leading digits: 12 in a full UTCTime, 14 in a full GeneralizedTime. */
    public int leadingDigits() {
        int n = 0;
        while (n < text.length() && isDigit(text.charAt(n))) {
            n++;
        }
        return n;
    }

    private static @Nullable Instant read(boolean utcTime, String text) {
        int yearDigits = utcTime ? 2 : 4;
        int minute = yearDigits + 6;
        if (text.length() < minute + 2) {
            return null;
        }
        for (int i = 0; i < minute + 2; i++) {
            if (!isDigit(text.charAt(i))) {
                return null;
            }
        }
        int year = number(text, 0, yearDigits);
        if (utcTime) {
            year += year >= 50 ? 1900 : 2000;
        }
        int p = minute + 2;
        int second = 0;
        if (text.length() >= p + 2 && isDigit(text.charAt(p)) && isDigit(text.charAt(p + 1))) {
            second = number(text, p, 2);
            p += 2;
        }
        try {
            return LocalDateTime.of(
                            year,
                            number(text, yearDigits, 2),
                            number(text, yearDigits + 2, 2),
                            number(text, yearDigits + 4, 2),
                            number(text, minute, 2),
                            second)
                    .toInstant(offset(text, p));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZoneOffset offset(String text, int from) {
        int sign = Math.max(text.indexOf('+', from), text.indexOf('-', from));
        if (sign < 0 || text.length() != sign + 5) {
            return ZoneOffset.UTC;
        }
        for (int i = sign + 1; i < sign + 5; i++) {
            if (!isDigit(text.charAt(i))) {
                return ZoneOffset.UTC;
            }
        }
        int factor = text.charAt(sign) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(factor * number(text, sign + 1, 2), factor * number(text, sign + 3, 2));
    }

    private static int number(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            value = 10 * value + text.charAt(i) - '0';
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
