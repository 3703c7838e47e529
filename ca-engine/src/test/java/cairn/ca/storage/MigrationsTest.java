package cairn.ca.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cairn.ca.x509.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.h2.engine.DbObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationsTest {
    /** Released scripts never change: workspaces that ran them exist. */
    private static final List<String> DIGESTS =
            List.of("aeaeef9b73f5616feab0764297e55e3e0422bf514bd98a8500b862b04899a3a6");

    @TempDir
    private Path folder;

    @Test
    void releasedScriptsAreImmutable() throws Exception {
        for (int version = 1; version <= DIGESTS.size(); version++) {
            try (var stream = Migrations.class.getResourceAsStream("V" + version + ".sql")) {
                String script = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(
                        DIGESTS.get(version - 1),
                        Fingerprint.of(script.getBytes(StandardCharsets.UTF_8)).hex());
            }
        }
        assertEquals(DIGESTS.size(), Migrations.released().newest());
    }

    @Test
    void theShapeIsWhatTheScriptsMake() throws Exception {
        Path file = folder.resolve("x.mv.db");
        try (Database database = Database.create(new DiskFiles(), file)) {
            Migrations.released().apply(database.writer(), 0);
        }
        String made = DatabaseInspection.objects(new DiskFiles(), file).stream()
                .filter(o -> o.kind() == DbObject.TABLE_OR_VIEW
                        || o.kind() == DbObject.INDEX
                        || o.kind() == DbObject.CONSTRAINT)
                .map(DatabaseInspection.SchemaObject::statement)
                .collect(Collectors.joining("\n"));
        assertEquals(String.join("\n", Migrations.released().shape(1)), made);
        assertInstanceOf(
                DatabaseInspection.Finding.Ours.class,
                DatabaseInspection.inspect(new DiskFiles(), file, Migrations.released()));
    }
}
