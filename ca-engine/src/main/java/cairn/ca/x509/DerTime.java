package cairn.ca.x509;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.bouncycastle.asn1.x509.Time;

/** A Time as RFC 5280 section 4.1.2.5 allows it: whole seconds, in UTC, with a real calendar day. */
final class DerTime {
    /** How the library writes a whole second of UTC. */
    private static final String UTC = "GMT+00:00";

    private static final int DIGITS = 14;

    private DerTime() {}

    static boolean isNext(DerReader reader) {
        return reader.nextIs(DerReader.UTC_TIME) || reader.nextIs(DerReader.GENERALIZED_TIME);
    }

    static Instant read(DerReader reader, String what) throws MalformedException {
        int tag = reader.tag();
        if (!isNext(reader)) {
            throw reader.malformed(what + " is not a time");
        }
        boolean utc = tag == DerReader.UTC_TIME;
        DerReader place = reader.enter(tag, what);
        String text = new String(place.rest(), StandardCharsets.ISO_8859_1);
        int digits = utc ? 12 : 14;
        if (text.length() != digits + 1 || !startsWithDigits(text, digits) || text.charAt(digits) != 'Z') {
            throw place.malformed(what + " is not written as " + (utc ? "YYMMDDHHMMSSZ" : "YYYYMMDDHHMMSSZ") + ": "
                    + PlainText.escape(text));
        }
        int century = text.charAt(0) < '5' ? 2000 : 1900;
        try {
            return utc ? instant(century + two(text, 0), text, 2) : instant(four(text), text, 4);
        } catch (DateTimeException e) {
            throw new MalformedException(what + " names a day or an hour that does not exist: " + text, what, e);
        }
    }

    /**
     * The same for what the library has read. Its own way by way of a calendar costs twenty times as much and is only for
     * forms that no authority writes.
     */
    static Instant of(Time time) {
        String text = time.getTime();
        if (text.length() == DIGITS + UTC.length() && startsWithDigits(text, DIGITS) && text.endsWith(UTC)) {
            try {
                return instant(four(text), text, 4);
            } catch (DateTimeException e) {
                return time.getDate().toInstant();
            }
        }
        return time.getDate().toInstant();
    }

    private static Instant instant(int year, String text, int at) {
        return Instant.ofEpochSecond(LocalDateTime.of(
                        year, two(text, at), two(text, at + 2), two(text, at + 4), two(text, at + 6), two(text, at + 8))
                .toEpochSecond(ZoneOffset.UTC));
    }

    private static boolean startsWithDigits(String text, int count) {
        for (int i = 0; i < count; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int two(String text, int at) {
        return Integer.parseInt(text, at, at + 2, 10);
    }

    private static int four(String text) {
        return Integer.parseInt(text, 0, 4, 10);
    }
}
