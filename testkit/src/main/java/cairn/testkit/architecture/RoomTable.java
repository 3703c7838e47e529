package cairn.testkit.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each room (a package with those below it) may see of Cairn and of libraries. A class in no room, and a
 * dependency that no row allows, is a breach; so a new package begins with a row in the table.
 */
public final class RoomTable implements HouseRule {
    private static final String PRODUCT = "cairn";

    /** What every room may use: no files, no native memory, no SQL, no network. */
    private static final List<String> EVERYWHERE = List.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.io",
            "java.math",
            "java.nio",
            "java.nio.charset",
            "java.security..",
            "java.text",
            "java.time..",
            "java.util..",
            "javax.crypto..",
            "javax.security.auth.x500",
            "org.jspecify.annotations");

    private final String root;
    private final Map<String, Room> rooms;

    private RoomTable(String root, Map<String, Room> rooms) {
        this.root = root;
        this.rooms = rooms;
    }

    private record Room(String name, Set<String> sees, Set<String> libraries) {}

    /** An empty table for the packages below {@code root}, such as {@code cairn.ca}. */
    public static RoomTable of(String root) {
        return new RoomTable(root, new LinkedHashMap<>());
    }

    /**
     * The table with one more room.
     *
     * @param name the room, relative to the root
     * @param sees other rooms, relative to the root, or whole names that begin with {@code cairn.}, separated by blanks
     * @param libraries packages outside Cairn, separated by blanks; {@code ..} at the end includes those below
     */
    public RoomTable room(String name, String sees, String libraries) {
        Set<String> whole = new TreeSet<>();
        for (String other : words(sees)) {
            whole.add(other.startsWith(PRODUCT + ".") ? other : root + "." + other);
        }
        Map<String, Room> more = new LinkedHashMap<>(rooms);
        String full = root + "." + name;
        if (more.put(full, new Room(full, whole, words(libraries))) != null) {
            throw new IllegalArgumentException("two rows for " + full);
        }
        return new RoomTable(root, more);
    }

    @Override
    public String name() {
        return "each room sees only what the table allows";
    }

    @Override
    public List<String> violations(ModuleCode code) {
        List<String> found = new ArrayList<>();
        Set<String> homeless = new TreeSet<>();
        for (JavaClass javaClass : code.classes()) {
            Optional<Room> room = roomOf(javaClass);
            if (room.isEmpty()) {
                homeless.add("package " + javaClass.getPackageName() + " is in no room of the table");
            } else if (!Exemption.covers(javaClass, name())) {
                for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (!target.isPrimitive() && !allows(room.get(), target.getPackageName())) {
                        found.add(room.get().name() + " may not see " + target.getPackageName() + ": "
                                + dependency.getDescription());
                    }
                }
            }
        }
        found.sort(Comparator.naturalOrder());
        found.addAll(0, homeless);
        return found;
    }

    private static boolean allows(Room room, String target) {
        if (Packages.isAtOrBelow(target, PRODUCT)) {
            return Packages.isAtOrBelow(target, room.name())
                    || room.sees().stream().anyMatch(seen -> Packages.isAtOrBelow(target, seen));
        }
        return EVERYWHERE.stream().anyMatch(pattern -> Packages.matches(target, pattern))
                || room.libraries().stream().anyMatch(pattern -> Packages.matches(target, pattern));
    }

    /** The innermost room that holds the class. */
    private Optional<Room> roomOf(JavaClass javaClass) {
        return rooms.values().stream()
                .filter(room -> Packages.isAtOrBelow(javaClass.getPackageName(), room.name()))
                .max(Comparator.comparingInt(room -> room.name().length()));
    }

    private static Set<String> words(String text) {
        return text.isBlank() ? Set.of() : Set.of(text.strip().split("\\s+"));
    }
}
