package cairn.ca.storage;

import cairn.ca.audit.JournalFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.Driver;

/**
 * The register's H2 file: one connection that writes, one that reads. H2 alone loses acknowledged commits when the power
 * fails; {@link #commitDurably()} does not.
 */
final class Database implements AutoCloseable {
    static final String USER = "CAIRN";

    private final Connection writer;
    private final Connection reader;
    private final Statement checkpoint;

    private final FileLayer files;
    private final Path file;
    private boolean closed;

    private Database(FileLayer files, Path file, String url) throws SQLException {
        this.files = files;
        this.file = file;
        Driver driver = new Driver();
        writer = driver.connect(url, credentials());
        try {
            writer.setAutoCommit(false);
            checkpoint = writer.createStatement();
            reader = driver.connect(url, credentials());
        } catch (SQLException e) {
            writer.close();
            throw e;
        }
    }

    private static Properties credentials() {
        // No secret: whoever can read the file can read what is in it.
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", "");
        return properties;
    }

    /** Makes an empty database; the file must not exist. */
    static Database create(FileLayer files, Path file) throws SQLException, IOException {
        // H2 would let everybody read a file that it makes; one that is empty it takes as it finds it.
        files.create(file).close();
        return new Database(files, file, url(files, file, "FALSE"));
    }

    /** Opens a file that {@link DatabaseInspection} has found to be harmless. */
    static Database open(FileLayer files, Path file) throws SQLException {
        return new Database(files, file, url(files, file, "TRUE"));
    }

    private static String url(FileLayer files, Path file, String mustExist) {
        return "jdbc:h2:" + files.databasePrefix() + WorkspacePlaces.databaseName(file) + ";IFEXISTS=" + mustExist
                + ";ACCESS_MODE_DATA=rw;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;CACHE_SIZE=65536"
                + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";
    }

    /** Whether H2 can be told of this path: a semicolon would end it and begin an option. */
    static boolean canName(Path folder) {
        return folder.toString().indexOf(';') < 0;
    }

    /** The file. */
    Path file() {
        return file;
    }

    /** Writes; commits only by {@link #commitDurably()}. */
    Connection writer() {
        return writer;
    }

    /** Reads what is committed; synchronize on it. */
    Connection reader() {
        return reader;
    }

    /** Returns when everything written is on stable storage. */
    void commitDurably() throws SQLException {
        writer.commit();
        checkpoint.execute("CHECKPOINT SYNC");
    }

    /** Returns when the file is complete and on stable storage: H2 itself tidies up when it closes, and flushes only before. */
    @Override
    public void close() throws SQLException, IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (writer) {
            reader.close();
        }
        try (JournalFile closing = files.open(file)) {
            closing.force();
        }
    }
}
