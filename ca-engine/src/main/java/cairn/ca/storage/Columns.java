package cairn.ca.storage;

import cairn.ca.inventory.CertificateStatus;
import cairn.ca.x509.SerialNumber;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** How values stand in the columns of the register. */
final class Columns {
    static final int NUMBER_OCTETS = 20;
    static final String OPEN = "O";
    static final String CLOSED = "C";
    static final String ISSUED = "I";

    private static final Pattern LINE_FEED = Pattern.compile("\\\\[n\\\\]");

    private Columns() {}

    /** A number that is not negative, as 20 octets whose order is the numbers' order. */
    static byte[] number(BigInteger value) {
        byte[] shortest = value.toByteArray();
        int skip = shortest[0] == 0 ? 1 : 0;
        int length = shortest.length - skip;
        if (value.signum() < 0 || length > NUMBER_OCTETS) {
            throw new IllegalArgumentException("not a number of at most 20 octets: " + value);
        }
        byte[] octets = new byte[NUMBER_OCTETS];
        System.arraycopy(shortest, skip, octets, NUMBER_OCTETS - length, length);
        return octets;
    }

    static byte[] serial(SerialNumber serial) {
        return number(serial.value());
    }

    static BigInteger number(ResultSet row, String column) throws SQLException {
        return new BigInteger(1, row.getBytes(column));
    }

    static SerialNumber serial(ResultSet row, String column) throws SQLException {
        return new SerialNumber(number(row, column));
    }

    static long seconds(Instant time) {
        return time.getEpochSecond();
    }

    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static Instant ofMicros(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static void set(PreparedStatement statement, int index, Optional<Instant> seconds) throws SQLException {
        if (seconds.isPresent()) {
            statement.setLong(index, seconds(seconds.get()));
        } else {
            statement.setNull(index, Types.BIGINT);
        }
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long seconds = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }

    /** Texts as one, each on its own line; line feeds within them are written as {@code \\n}. */
    static String lines(List<String> texts) {
        StringJoiner lines = new StringJoiner("\n");
        texts.forEach(text -> lines.add(text.replace("\\", "\\\\").replace("\n", "\\n")));
        return lines.toString();
    }

    static List<String> texts(String lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (String line : lines.split("\n", -1)) {
            texts.add(LINE_FEED.matcher(line).replaceAll(found -> "\\n".equals(found.group()) ? "\n" : "\\\\"));
        }
        return texts;
    }

    static String status(CertificateStatus status) {
        return switch (status) {
            case VALID -> "V";
            case HELD -> "H";
            case REVOKED -> "R";
        };
    }

    static CertificateStatus status(String letter) {
        return switch (letter) {
            case "V" -> CertificateStatus.VALID;
            case "H" -> CertificateStatus.HELD;
            case "R" -> CertificateStatus.REVOKED;
            default -> throw new IllegalStateException("no status of a certificate: " + letter);
        };
    }
}
