package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cairn.ca.storage.DatabaseInspection.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A register's file that somebody else has prepared. */
final class HostileDatabaseTest {
    private static final String MARK = "cairn.test.hostile";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void aRegister() throws Exception {
        file = folder.resolve("register.mv.db");
        try (Database database = Database.create(new DiskFiles(), file)) {
            Migrations.released().apply(database.writer(), 0);
        }
    }

    private void execute(String sql) throws Exception {
        try (Database database = Database.open(new DiskFiles(), file);
                Statement statement = database.writer().createStatement()) {
            statement.execute(sql);
            database.commitDurably();
        }
    }

    private Finding inspect() {
        return DatabaseInspection.inspect(new DiskFiles(), file, Migrations.released());
    }

    @Test
    void anUntouchedRegisterIsOurs() {
        assertEquals(new Finding.Ours(1), inspect());
    }

    @Test
    void theStatisticsThatTheDatabaseKeepsByItselfAreOurs() throws Exception {
        execute("INSERT INTO blocked_key SELECT CAST(X AS VARBINARY(32)), 'words' FROM SYSTEM_RANGE(1, 5000)");
        assertTrue(
                DatabaseInspection.objects(new DiskFiles(), file).stream()
                        .anyMatch(object -> object.statement().contains("SELECTIVITY")),
                "more changes than H2 makes without statistics");
        assertEquals(new Finding.Ours(1), inspect());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE ALIAS run AS $$ String run() { return \"x\"; } $$",
                "CREATE LINKED TABLE far('', 'jdbc:h2:mem:far', 'sa', '', 'INFORMATION_SCHEMA.TABLES')",
                "CREATE VIEW v AS SELECT * FROM identity",
                "CREATE CONSTANT c VALUE 1",
                "CREATE DOMAIN d AS INTEGER",
                "CREATE SCHEMA other",
                "CREATE USER mallory PASSWORD 'x' ADMIN",
                "CREATE ROLE r",
                "CREATE SEQUENCE s",
                "CREATE SYNONYM y FOR identity",
                "CREATE TABLE more (a INTEGER)",
                "CREATE TABLE other (a INTEGER DEFAULT RAND())",
                "ALTER TABLE identity ADD COLUMN more INTEGER",
                "ALTER TABLE crl ADD CHECK (number IS NOT NULL)",
                "ALTER TABLE crl ALTER COLUMN entries SET DEFAULT 7",
                "CREATE INDEX more ON crl (entries)",
                "DROP INDEX certificate_serial",
                "DROP TABLE blocked_key",
                "COMMENT ON TABLE identity IS 'mine'",
                "ALTER TABLE crl ALTER COLUMN entries SELECTIVITY 7; ALTER TABLE crl ALTER COLUMN entries SET DEFAULT 7",
                "COMMENT ON TABLE crl IS 'Cairn register, schema version 1'",
                "ALTER USER cairn SET PASSWORD 'secret'",
                "SET DEFAULT_LOCK_TIMEOUT 5",
                "SET IGNORECASE TRUE",
                "GRANT SELECT ON identity TO PUBLIC",
            })
    void whateverCairnDoesNotMakeIsForeign(String sql) throws Exception {
        execute(sql);
        if (sql.startsWith("ALTER USER")) {
            // The owner is still the owner; the program finds the password wrong when it opens the file.
            assertThrows(
                    SQLException.class,
                    () -> Database.open(new DiskFiles(), file).close());
        } else {
            assertInstanceOf(Finding.Foreign.class, inspect());
        }
    }

    @Test
    void nothingInTheFileRunsWhenItIsRefused() throws Exception {
        Path workspace = folder.resolve("ca");
        Surroundings surroundings = Fixture.surroundings(Fixture.clock());
        Register.create(workspace, new NewWorkspace(1, "x"), surroundings).close();
        file = workspace.resolve("register.mv.db");
        System.clearProperty(MARK);
        execute(
                "CREATE TRIGGER t BEFORE INSERT ON blocked_key FOR EACH ROW AS $$ org.h2.api.Trigger create() {"
                        + " System.setProperty(\"" + MARK + "\", \"ran\");"
                        + " return new org.h2.api.Trigger() { public void fire(java.sql.Connection c, Object[] a, Object[] b) {} }; } $$");
        System.clearProperty(MARK);
        Database.open(new DiskFiles(), file).close();
        assertNotNull(System.getProperty(MARK), "H2 runs the trigger's source when it opens the file");
        System.clearProperty(MARK);
        WorkspaceLockedException e =
                assertThrows(WorkspaceLockedException.class, () -> Register.open(workspace, surroundings));
        assertEquals(WorkspaceLockedException.Reason.DATABASE_FOREIGN, e.reason());
        assertTrue(e.toString().contains("it holds CREATE FORCE TRIGGER"), e.toString());
        assertNull(System.getProperty(MARK), "nothing ran");
        RegisterRebuild.rebuild(workspace, surroundings);
        assertNull(System.getProperty(MARK), "nothing ran");
        Register.open(workspace, surroundings).close();
    }

    @Test
    void aNewerSchemaIsNamed() throws Exception {
        execute("COMMENT ON TABLE identity IS 'Cairn register, schema version 2'");
        assertEquals(new Finding.Newer(2), inspect());
        Path workspace = folder.resolve("ca");
        Surroundings surroundings = Fixture.surroundings(Fixture.clock());
        Register.create(workspace, new NewWorkspace(1, "x"), surroundings).close();
        Files.copy(file, workspace.resolve("register.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        WorkspaceException e =
                assertThrows(WorkspaceException.Newer.class, () -> Register.open(workspace, surroundings));
        assertTrue(e.toString().contains("has schema version 2, which a newer version of Cairn wrote"), e.toString());
    }

    @Test
    void anOlderSchemaIsBroughtUpToDate() throws Exception {
        Migrations.Step first = new Migrations.Step(
                Migrations.released().script(1), Migrations.released().shape(1));
        String second = "CREATE TABLE more (a INTEGER NOT NULL);"
                + "COMMENT ON TABLE identity IS 'Cairn register, schema version 2'";
        execute(second);
        List<String> shape = DatabaseInspection.objects(new DiskFiles(), file).stream()
                .map(DatabaseInspection.SchemaObject::statement)
                .filter(statement -> !statement.startsWith("SET ") && !statement.startsWith("CREATE USER"))
                .toList();
        Migrations two = new Migrations(List.of(first, new Migrations.Step(second, shape)));
        assertEquals(new Finding.Ours(2), DatabaseInspection.inspect(new DiskFiles(), file, two));
        Files.delete(file);
        aRegister();
        assertEquals(new Finding.Ours(1), DatabaseInspection.inspect(new DiskFiles(), file, two));
        try (Database database = Database.open(new DiskFiles(), file)) {
            two.apply(database.writer(), 1);
        }
        assertEquals(new Finding.Ours(2), DatabaseInspection.inspect(new DiskFiles(), file, two));
    }
}
