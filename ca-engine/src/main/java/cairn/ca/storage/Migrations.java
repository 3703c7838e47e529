package cairn.ca.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The steps that made the schema what it is, numbered from 1 on. A step that was released never changes: each has a
 * script and the statements that H2 keeps after it, by which a file is recognised before H2 may run anything in it.
 */
final class Migrations {
    private final List<Step> steps;

    /** One step: what it does and what the whole schema is after it. */
    record Step(String script, List<String> shape) {
        Step {
            shape = List.copyOf(shape);
        }
    }

    Migrations(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Those of this version of Cairn. */
    static Migrations released() {
        return new Migrations(List.of(
                new Step(resource("V1.sql"), resource("V1.shape").lines().toList())));
    }

    /** The version that this program writes. */
    int newest() {
        return steps.size();
    }

    /** The schema of a version, as H2's own statements in order. */
    List<String> shape(int version) {
        return steps.get(version - 1).shape();
    }

    /** The script that leads to a version. */
    String script(int version) {
        return steps.get(version - 1).script();
    }

    /** Brings a schema from a version, 0 for an empty database, to the newest. */
    void apply(Connection connection, int from) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Step step : steps.subList(from, steps.size())) {
                statement.execute(step.script());
            }
        }
        connection.commit();
    }

    private static String resource(String name) {
        try (InputStream stream = Migrations.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its file " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
