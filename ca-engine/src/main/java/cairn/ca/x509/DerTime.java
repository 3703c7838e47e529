package cairn.ca.x509;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A Time as RFC 5280 section 4.1.2.5 allows it: whole seconds, in UTC, with a real calendar day. */
final class DerTime {
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
        if (!text.matches(utc ? "[0-9]{12}Z" : "[0-9]{14}Z")) {
            throw place.malformed(what + " is not written as " + (utc ? "YYMMDDHHMMSSZ" : "YYYYMMDDHHMMSSZ") + ": "
                    + PlainText.escape(text));
        }
        int digits = utc ? 2 : 4;
        int year = Integer.parseInt(text, 0, digits, 10);
        if (utc) {
            year += year < 50 ? 2000 : 1900;
        }
        try {
            return OffsetDateTime.of(
                            year,
                            two(text, digits),
                            two(text, digits + 2),
                            two(text, digits + 4),
                            two(text, digits + 6),
                            two(text, digits + 8),
                            0,
                            ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new MalformedException(what + " names a day or an hour that does not exist: " + text, what, e);
        }
    }

    private static int two(String text, int at) {
        return Integer.parseInt(text, at, at + 2, 10);
    }
}
