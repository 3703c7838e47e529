package cairn.app.fx.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cairn.testkit.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every room's words exist in both languages, once, are used, and are asked for only where they exist. */
final class TextsTest {
    private static final Path MODULE = Checkout.root().resolve("app");
    private static final Path RESOURCES = MODULE.resolve("src/main/resources/cairn/app");
    private static final Path SOURCES = MODULE.resolve("src/main/java/cairn/app");
    private static final Pattern ASKED = Pattern.compile("\\.get\\(\\s*\"([^\"]+)\"");
    private static final Pattern CHOSEN = Pattern.compile("\\.choice\\(\\s*\"([^\"]+)\"");

    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z0-9.-]+)\"");

    /** A line of a file of words. */
    private record Entry(String key, String text) {}

    private static List<Path> rooms() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("texts.properties"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        }
    }

    private static List<Entry> entries(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" = ", 2);
                assertEquals(2, parts.length, file + ": every line is 'key = text': " + line);
                entries.add(new Entry(parts[0], parts[1]));
            }
        }
        return entries;
    }

    private static Set<String> keys(List<Entry> entries) {
        return entries.stream().map(Entry::key).collect(Collectors.toCollection(TreeSet::new));
    }

    @TestFactory
    Stream<DynamicTest> theWordsOfEveryRoom() throws IOException {
        return rooms().stream()
                .map(room -> DynamicTest.dynamicTest(RESOURCES.relativize(room).toString(), () -> check(room)));
    }

    private static void check(Path room) throws IOException {
        List<Entry> english = entries(room.resolve("texts.properties"));
        List<Entry> german = entries(room.resolve("texts_de.properties"));
        assertEquals(english.size(), keys(english).size(), "no key stands twice in English");
        assertEquals(german.size(), keys(german).size(), "no key stands twice in German");
        assertEquals(keys(english), keys(german), "the same keys in both languages");
        for (int i = 0; i < english.size(); i++) {
            String text = english.get(i).text();
            String key = english.get(i).key();
            String other = german.stream()
                    .filter(entry -> entry.key().equals(key))
                    .findFirst()
                    .orElseThrow()
                    .text();
            assertEquals(arguments(text), arguments(other), key + " takes the same arguments in both languages");
            assertEquals(mnemonics(text), mnemonics(other), key + " has a mnemonic in both languages or in none");
        }
        Set<String> asked = new TreeSet<>();
        Set<String> chosen = new TreeSet<>();
        Path sources = SOURCES.resolve(RESOURCES.relativize(room).toString());
        String source = source(sources);
        collect(ASKED, source, asked);
        collect(CHOSEN, source, chosen);
        Set<String> literals = new TreeSet<>();
        collect(LITERAL, source, literals);
        List<String> unused = keys(english).stream()
                .filter(key -> literals.stream().noneMatch(literal -> names(literal, key)))
                .toList();
        assertEquals(List.of(), unused, "every word is used");
        asked.removeAll(keys(english));
        asked.removeIf(beginning ->
                beginning.endsWith(".") && keys(english).stream().anyMatch(key -> key.startsWith(beginning)));
        asked.removeIf(key -> !key.matches("[a-z][a-z0-9.-]*"));
        assertEquals(Set.of(), asked, "every word that is asked for exists");
        chosen.removeIf(choice -> keys(english).stream().anyMatch(key -> key.startsWith(choice + ".")));
        assertEquals(Set.of(), chosen, "every choice that is asked for exists");
    }

    /** A literal is a key, or its beginning where the rest is a value: {@code "kind."} before a name, or a choice. */
    private static boolean names(String literal, String key) {
        return literal.equals(key)
                || (literal.endsWith(".") && key.startsWith(literal))
                || (!literal.isEmpty() && key.startsWith(literal + "."));
    }

    private static String source(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    private static void collect(Pattern pattern, String source, Set<String> found) {
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }

    private static int arguments(String text) {
        return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static long mnemonics(String text) {
        return text.chars().filter(character -> character == '_').count();
    }

    @Test
    void theLongLanguageIsLongerByTwoFifths() {
        assertEquals("[Overview lo]", Language.LONG.shape("Overview"));
        assertEquals("Overview", Language.ENGLISH.shape("Overview"));
        assertFalse(Language.LONG.shape("x".repeat(400)).length() < 560);
    }
}
