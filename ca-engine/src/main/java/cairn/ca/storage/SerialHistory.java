package cairn.ca.storage;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What the register says of the workspace itself and of the serial numbers that it used. */
final class SerialHistory {
    private static final List<String> TABLES = List.of("intent", "certificate");

    private SerialHistory() {}

    static WorkspaceIdentity identity(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT * FROM identity");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("there is no identity");
            }
            return new WorkspaceIdentity(
                    row.getString("workspace_id"),
                    row.getInt("station"),
                    row.getString("purpose"),
                    Columns.ofMicros(row.getLong("created_us")));
        }
    }

    /** The highest serial number of all, whatever became of it; 0 if there is none. */
    static BigInteger highest(Connection connection) throws SQLException {
        BigInteger highest = BigInteger.ZERO;
        for (String table : TABLES) {
            try (PreparedStatement query = connection.prepareStatement("SELECT MAX(serial) FROM " + table);
                    ResultSet row = query.executeQuery()) {
                row.next();
                highest = highest.max(number(row));
            }
        }
        return highest;
    }

    private static BigInteger number(ResultSet row) throws SQLException {
        byte[] serial = row.getBytes(1);
        return serial == null ? BigInteger.ZERO : new BigInteger(1, serial);
    }

    /** The highest counter in a serial number of this station, whatever became of it; 0 if there is none. */
    static long highestCounter(Connection connection, int station) throws SQLException {
        BigInteger highest = BigInteger.ZERO;
        for (String table : TABLES) {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT MAX(serial) FROM " + table + " WHERE serial >= ? AND serial < ?")) {
                query.setBytes(1, Columns.number(SerialSource.start(station)));
                query.setBytes(2, Columns.number(SerialSource.start(station + 1)));
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    highest = highest.max(number(row));
                }
            }
        }
        return SerialSource.counterOf(highest);
    }
}
