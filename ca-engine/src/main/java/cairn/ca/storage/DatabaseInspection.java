package cairn.ca.storage;

import cairn.ca.x509.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.engine.Database;
import org.h2.engine.DbObject;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.db.RowDataType;
import org.h2.mvstore.tx.VersionedValueType;
import org.h2.mvstore.type.LongDataType;
import org.h2.result.RowFactory;
import org.h2.result.SearchRow;
import org.h2.value.CompareMode;
import org.h2.value.VersionedValue;

/**
 * What a database file would make H2 do when it is opened. H2 runs the statements that it finds in its own table of
 * objects, and a trigger or an alias may carry Java source that it compiles and calls; so the table is read first,
 * without the database engine, and nothing may be in it but what Cairn put there.
 */
final class DatabaseInspection {
    private static final String OBJECTS = "table.0";
    private static final Pattern OWNER =
            Pattern.compile("CREATE USER IF NOT EXISTS \"CAIRN\" SALT '[0-9a-f]{1,64}' HASH '[0-9a-f]{64}' ADMIN");
    private static final Pattern VERSION = Pattern.compile(
            "CREATE CACHED TABLE \"PUBLIC\"\\.\"IDENTITY\" COMMENT 'Cairn register, schema version (\\d{1,6})'");
    private static final Pattern SETTING = Pattern.compile("SET ([A-Z_]+) \\d{1,9}");
    /** How much the values of a column differ: H2 notes it in the statement once a table has changed 2,000 times. */
    private static final Pattern STATISTIC = Pattern.compile(" SELECTIVITY \\d{1,3}(?=[ ,])");

    private static final Set<String> SETTINGS = Set.of("CREATE_BUILD", "WRITE_DELAY", "CACHE_SIZE");

    private DatabaseInspection() {}

    /** What was found. */
    sealed interface Finding {
        /** The schema of a version that this program knows, and nothing else. */
        record Ours(int version) implements Finding {}

        /** No table at all. */
        record Empty() implements Finding {}

        /** A later schema. */
        record Newer(int version) implements Finding {}

        /** Something that Cairn never makes, or something missing. */
        record Foreign(String words) implements Finding {}

        /** Not a database file, or a damaged one. */
        record Unreadable(RuntimeException cause) implements Finding {}
    }

    static Finding inspect(FileLayer files, Path file, Migrations migrations) {
        try {
            return judge(objects(files, file), migrations);
        } catch (RuntimeException e) {
            // On damaged pages H2 throws its own exceptions and whatever else the octets make it stumble over.
            return new Finding.Unreadable(e);
        }
    }

    /** An object of the schema: H2's kind of it, and the statement that makes it. */
    record SchemaObject(int kind, String statement) {}

    static List<SchemaObject> objects(FileLayer files, Path file) {
        List<SchemaObject> objects = new ArrayList<>();
        String name = files.databasePrefix().replaceFirst("^file:", "") + file;
        try (MVStore store = new MVStore.Builder().fileName(name).readOnly().open()) {
            if (!store.hasMap(OBJECTS)) {
                return objects;
            }
            MVMap<Long, VersionedValue<SearchRow>> map = store.openMap(OBJECTS, types());
            Cursor<Long, VersionedValue<SearchRow>> cursor = map.cursor(null);
            while (cursor.hasNext()) {
                cursor.next();
                SearchRow row = cursor.getValue().getCurrentValue();
                if (row != null) {
                    String statement = row.getValue(3).getString().replaceAll("\\s+", " ");
                    objects.add(new SchemaObject(
                            row.getValue(2).getInt(),
                            STATISTIC.matcher(statement).replaceAll("")));
                }
            }
        }
        return objects;
    }

    /** Rows of (id, head, kind, statement); given here, so that no type is made by a name that stands in the file. */
    private static MVMap.Builder<Long, VersionedValue<SearchRow>> types() {
        CompareMode mode = CompareMode.getInstance(null, 0);
        RowDataType row = new RowDataType(null, mode, null, null, null, 4, false);
        row.setRowFactory(
                RowFactory.getDefaultRowFactory().createRowFactory(null, mode, null, null, null, null, 4, false));
        return new MVMap.Builder<Long, VersionedValue<SearchRow>>()
                .keyType(LongDataType.INSTANCE)
                .valueType(new VersionedValueType<SearchRow, Database>(row));
    }

    private static Finding judge(List<SchemaObject> objects, Migrations migrations) {
        List<String> schema = new ArrayList<>();
        int version = 0;
        for (SchemaObject object : objects) {
            Matcher comment = VERSION.matcher(object.statement());
            if (comment.lookingAt()) {
                version = Integer.parseInt(comment.group(1));
            }
            if (isSchema(object)) {
                schema.add(object.statement());
            } else if (!isHarmless(object)) {
                return new Finding.Foreign("it holds " + shorten(object.statement()));
            }
        }
        if (schema.isEmpty()) {
            return new Finding.Empty();
        }
        if (version > migrations.newest()) {
            return new Finding.Newer(version);
        }
        return version == 0
                ? new Finding.Foreign("it does not say which version of the register it is")
                : compare(schema, version, migrations);
    }

    private static Finding compare(List<String> schema, int version, Migrations migrations) {
        List<String> expected = migrations.shape(version);
        for (String statement : schema) {
            if (!expected.contains(statement)) {
                return new Finding.Foreign("it holds " + shorten(statement));
            }
        }
        for (String statement : expected) {
            if (!schema.contains(statement)) {
                return new Finding.Foreign("it lacks " + shorten(statement));
            }
        }
        return schema.size() == expected.size()
                ? new Finding.Ours(version)
                : new Finding.Foreign("it holds something twice");
    }

    private static boolean isSchema(SchemaObject object) {
        return object.kind() == DbObject.TABLE_OR_VIEW
                || object.kind() == DbObject.INDEX
                || object.kind() == DbObject.CONSTRAINT;
    }

    private static boolean isHarmless(SchemaObject object) {
        Matcher setting = SETTING.matcher(object.statement());
        return OWNER.matcher(object.statement()).matches()
                || (setting.matches() && SETTINGS.contains(setting.group(1)));
    }

    private static String shorten(String statement) {
        String safe = PlainText.escape(statement);
        return safe.length() <= 120 ? safe : safe.substring(0, 120) + "…";
    }
}
