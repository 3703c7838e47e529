package cairn.ca.storage;

import cairn.ca.inventory.Inventory;
import cairn.ca.inventory.Page;
import cairn.ca.inventory.Selection;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A WHERE clause with its parameters; no text from outside becomes part of the SQL. */
final class Condition {
    private static final int MOST_TEXT = 1000;
    private static final int LEAST_DIGITS = 4;

    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    static Condition of(Selection selection) {
        return of(selection, "status");
    }

    /** The same for a walk over ids: the database is not tempted to walk over all certificates of a status instead. */
    static Condition withoutIndexes(Selection selection) {
        return of(selection, "status || ''");
    }

    private static Condition of(Selection selection, String status) {
        Condition condition = new Condition();
        selection.text().map(String::strip).filter(text -> !text.isEmpty()).ifPresent(condition::text);
        selection.issuer().ifPresent(issuer -> condition.and("issuer = ?", issuer.text()));
        selection.status().ifPresent(wanted -> condition.and(status + " = ?", Columns.status(wanted)));
        selection.expiresFrom().ifPresent(from -> condition.and("not_after_s >= ?", wholeSeconds(from)));
        selection.expiresBefore().ifPresent(before -> condition.and("not_after_s < ?", wholeSeconds(before)));
        return condition;
    }

    /** The first whole second that is not before {@code time}; certificates end on whole seconds. */
    private static long wholeSeconds(Instant time) {
        return Columns.seconds(time) + (time.equals(time.truncatedTo(ChronoUnit.SECONDS)) ? 0 : 1);
    }

    void and(String part, Object... parameters) {
        parts.add(part);
        values.addAll(Arrays.asList(parameters));
    }

    void after(Inventory.Order order, Page.Key key) {
        switch (order) {
            case NEWEST_FIRST -> and("id < ?", key.id());
            case EXPIRY -> and("not_after_s >= ? AND (not_after_s > ? OR id > ?)", key.first(), key.first(), key.id());
        }
    }

    private void text(String wanted) {
        String text = wanted.substring(0, Math.min(wanted.length(), MOST_TEXT));
        String pattern = "%" + text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
        String digits = text.replace(":", "").toLowerCase(Locale.ROOT);
        if (digits.length() < LEAST_DIGITS || !digits.matches("[0-9a-f]{1,64}")) {
            and("search_text LIKE ? ESCAPE '!'", pattern);
            return;
        }
        // Serial numbers of this workspace have 19 octets, so a prefix of one is a prefix of 20 octets behind a zero.
        byte[] whole = wholeSerial(digits);
        boolean start = digits.length() <= 2 * SerialSource.OCTETS;
        and(
                "(search_text LIKE ? ESCAPE '!' OR serial BETWEEN ? AND ? OR serial = ? OR spki BETWEEN ? AND ?)",
                pattern,
                start ? filled("00" + digits, '0', Columns.NUMBER_OCTETS) : whole,
                start ? filled("00" + digits, 'f', Columns.NUMBER_OCTETS) : whole,
                whole,
                filled(digits, '0', 32),
                filled(digits, 'f', 32));
    }

    private static byte[] filled(String digits, char with, int octets) {
        String all = digits + String.valueOf(with).repeat(2 * octets);
        return HexFormat.of().parseHex(all.substring(0, 2 * octets));
    }

    private static byte[] wholeSerial(String digits) {
        BigInteger value = new BigInteger(digits, 16);
        return value.bitLength() <= 8 * Columns.NUMBER_OCTETS ? Columns.number(value) : Columns.number(BigInteger.ZERO);
    }

    String where() {
        return parts.isEmpty() ? "" : " WHERE " + String.join(" AND ", parts);
    }

    void set(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }
}
