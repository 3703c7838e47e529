package cairn.ca.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON (RFC 8259) with places, bounded in depth and size, and refuses a doubled key. */
final class StrictJson {
    /** Deeper than any profile needs. */
    static final int MAX_DEPTH = 16;

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(1_000)
                    .maxStringLength(100_000)
                    .maxNumberLength(400)
                    .build())
            .build();

    private final JsonParser parser;
    private final Problems problems;

    private StrictJson(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /** The one value of a text; empty, with a problem, if the text is not JSON. A doubled key is a problem, too. */
    static Optional<Located> read(String text, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new StrictJson(parser, problems).document();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can be read", e);
        }
    }

    private Optional<Located> document() throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                problems.add(new Located.Place(1, 1), "", "the file is empty", "put a profile into it");
                return Optional.empty();
            }
            Located value = value(first, "");
            if (parser.nextToken() != null) {
                problems.add(here(), "", "something follows the end of the profile", "keep one profile in a file");
            }
            return Optional.of(value);
        } catch (StreamConstraintsException e) {
            String what = e.getOriginalMessage().contains("depth")
                    ? "the nesting is deeper than " + MAX_DEPTH
                    : "a text, key or number is too long";
            problems.add(place(parser.currentLocation()), "", what, "write a smaller profile");
            return Optional.empty();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            problems.add(place(at), "", "not JSON: " + e.getOriginalMessage(), "correct the text at this place");
            return Optional.empty();
        }
    }

    private Located value(JsonToken token, String path) throws IOException {
        Located.Place place = here();
        return switch (token) {
            case START_OBJECT -> members(place, path);
            case START_ARRAY -> items(place, path);
            case VALUE_STRING -> text(place, path);
            case VALUE_NUMBER_INT -> new Located.Numeral(place, parser.getText());
            case VALUE_NUMBER_FLOAT -> fraction(place, path);
            case VALUE_TRUE -> new Located.Flag(place, true);
            case VALUE_FALSE -> new Located.Flag(place, false);
            case VALUE_NULL -> new Located.Nothing(place);
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("the parser gave " + token + " for a value");
        };
    }

    private Located members(Located.Place start, String path) throws IOException {
        Map<String, Located.Member> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Located.Place place = here();
            String key = parser.currentName();
            String field = path.isEmpty() ? key : path + "." + key;
            Located.Member first = members.get(key);
            Located.Member member = new Located.Member(place, value(parser.nextToken(), field));
            if (first == null) {
                members.put(key, member);
            } else {
                String what = "the key stands here for the second time, the first is in line "
                        + first.place().line() + ", column " + first.place().column();
                problems.add(place, field, what, "keep one of them");
            }
        }
        return new Located.Members(start, members);
    }

    private Located items(Located.Place start, String path) throws IOException {
        List<Located> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(token, path + "[" + items.size() + "]"));
        }
        return new Located.Items(start, items);
    }

    /** Nothing in a profile is counted in fractions. */
    private Located fraction(Located.Place place, String path) throws IOException {
        problems.add(place, path, parser.getText() + " is not a whole number", "write digits only");
        return new Located.Numeral(place, parser.getText());
    }

    private Located text(Located.Place place, String path) throws IOException {
        String value = parser.getText();
        if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            problems.add(place, path, "half of a surrogate pair", "write the whole character");
        }
        return new Located.Text(place, value);
    }

    private Located.Place here() {
        return place(parser.currentTokenLocation());
    }

    private static Located.Place place(JsonLocation location) {
        return new Located.Place(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
