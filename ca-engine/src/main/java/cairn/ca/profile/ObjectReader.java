package cairn.ca.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes the members of one JSON object by type and remembers which were taken: what is left at the end is unknown. A
 * value of the wrong type is a problem and counts as absent, so that reading goes on and finds the other problems.
 */
final class ObjectReader {
    private final Located.Members members;
    private final String path;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    ObjectReader(Located.Members members, String path, Problems problems) {
        this.members = members;
        this.path = path;
        this.problems = problems;
    }

    /** Whether the key is there, whatever its value. */
    boolean has(String key) {
        known.add(key);
        return members.values().containsKey(key);
    }

    /** Where the object starts. */
    Located.Place place() {
        return members.place();
    }

    /** Where the key stands, or the object if the key is not there. */
    Located.Place place(String key) {
        Located.Member member = members.values().get(key);
        return member == null ? members.place() : member.place();
    }

    /** The path to a key. */
    String field(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Records a problem at a key. */
    void problem(String key, String what, String remedy) {
        problems.add(place(key), field(key), what, remedy);
    }

    /** The collector, for readers of parts. */
    Problems problems() {
        return problems;
    }

    /** The value of a key that must be there. */
    boolean require(String key) {
        if (has(key)) {
            return true;
        }
        problems.add(members.place(), field(key), "the key is missing", "add it");
        return false;
    }

    /** A text that is not empty. */
    Optional<String> text(String key) {
        return value(key, Located.Text.class, "a text").flatMap(t -> {
            if (t.value().isEmpty()) {
                problem(key, "the text is empty", "write something or remove the key");
                return Optional.empty();
            }
            return Optional.of(t.value());
        });
    }

    /** A text that {@code parse} understands; {@code expected} says what that is. */
    <T> Optional<T> word(String key, String expected, Function<String, Optional<T>> parse) {
        return text(key).flatMap(text -> {
            Optional<T> parsed = parse.apply(text);
            if (parsed.isEmpty()) {
                problem(key, "\"" + text + "\" is not allowed here", "write " + expected);
            }
            return parsed;
        });
    }

    /** True or false. */
    boolean flag(String key, boolean otherwise) {
        return value(key, Located.Flag.class, "true or false")
                .map(Located.Flag::value)
                .orElse(otherwise);
    }

    /** A whole number within bounds, both included. */
    Optional<Integer> whole(String key, int least, int most) {
        return value(key, Located.Numeral.class, "a whole number").flatMap(n -> {
            if (!n.digits().matches("-?[0-9]+")) {
                return Optional.empty(); // a problem already
            }
            if (n.digits().length() > 10 || Long.parseLong(n.digits()) < least || Long.parseLong(n.digits()) > most) {
                problem(key, n.digits() + " is out of range", "write a number from " + least + " to " + most);
                return Optional.empty();
            }
            return Optional.of(Integer.parseInt(n.digits()));
        });
    }

    /** An object. */
    Optional<ObjectReader> object(String key) {
        return value(key, Located.Members.class, "an object").map(o -> new ObjectReader(o, field(key), problems));
    }

    /** A list of objects, at most {@code most}. */
    List<ObjectReader> objects(String key, int most) {
        List<ObjectReader> readers = new ArrayList<>();
        each(key, most, (item, field) -> {
            if (item instanceof Located.Members object) {
                readers.add(new ObjectReader(object, field, problems));
            } else {
                problems.add(item.place(), field, item.kind() + " stands here", "write an object");
            }
        });
        return readers;
    }

    /** A list of different texts that {@code parse} understands; {@code expected} says what that is. */
    <T> List<T> words(String key, int most, String expected, Function<String, Optional<T>> parse) {
        List<T> words = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        each(key, most, (item, field) -> {
            if (!(item instanceof Located.Text text)) {
                problems.add(item.place(), field, item.kind() + " stands here", "write " + expected);
            } else if (!seen.add(text.value())) {
                problems.add(text.place(), field, "\"" + text.value() + "\" stands here twice", "keep one of them");
            } else {
                Optional<T> parsed = parse.apply(text.value());
                parsed.ifPresent(words::add);
                if (parsed.isEmpty()) {
                    problems.add(
                            text.place(), field, "\"" + text.value() + "\" is not allowed here", "write " + expected);
                }
            }
        });
        return List.copyOf(words);
    }

    /** Says of every key that was not asked for that it is unknown. */
    void finish() {
        for (Map.Entry<String, Located.Member> member : members.values().entrySet()) {
            if (!known.contains(member.getKey())) {
                problems.add(
                        member.getValue().place(),
                        field(member.getKey()),
                        "the key is unknown",
                        "remove it, or use one of: " + String.join(", ", known));
            }
        }
    }

    private interface EachItem {
        void accept(Located item, String field);
    }

    private void each(String key, int most, EachItem each) {
        Optional<Located.Items> list = value(key, Located.Items.class, "a list");
        List<Located> items = list.map(Located.Items::values).orElse(List.of());
        if (list.isPresent() && items.isEmpty()) {
            problem(key, "the list is empty", "put something into it or remove the key");
        }
        if (items.size() > most) {
            problem(key, "the list has " + items.size() + " entries", "keep at most " + most);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            each.accept(items.get(i), field(key) + "[" + i + "]");
        }
    }

    private <T extends Located> Optional<T> value(String key, Class<T> type, String expected) {
        known.add(key);
        Located.Member member = members.values().get(key);
        if (member == null) {
            return Optional.empty();
        }
        if (type.isInstance(member.value())) {
            return Optional.of(type.cast(member.value()));
        }
        problems.add(member.value().place(), field(key), member.value().kind() + " stands here", "write " + expected);
        return Optional.empty();
    }
}
