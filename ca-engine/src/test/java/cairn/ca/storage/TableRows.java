package cairn.ca.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in a register's tables, to be compared; the position in the journal is left out. */
final class TableRows {
    private static final List<String> TABLES = List.of(
            "identity",
            "authority",
            "authority_chain",
            "intent",
            "certificate",
            "certificate_der",
            "certificate_count",
            "revocation",
            "blocked_key",
            "crl");

    private TableRows() {}

    /** The rows of each table, sorted; read from a copy in {@code folder}, so that the file itself is not touched. */
    static Map<String, List<String>> of(Path file, Path folder) throws Exception {
        Path copy = Files.copy(file, Files.createTempDirectory(folder, "rows").resolve("register.mv.db"));
        Map<String, List<String>> tables = new TreeMap<>();
        try (Database database = Database.open(new DiskFiles(), copy);
                Statement statement = database.reader().createStatement()) {
            for (String table : TABLES) {
                TreeSet<String> sorted = new TreeSet<>();
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        StringBuilder text = new StringBuilder(table);
                        for (int i = 1; i <= columns; i++) {
                            text.append('|').append(row.getString(i));
                        }
                        sorted.add(text.toString());
                    }
                }
                tables.put(table, new ArrayList<>(sorted));
            }
        }
        return tables;
    }
}
