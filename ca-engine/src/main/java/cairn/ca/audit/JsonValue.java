package cairn.ca.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type stand in a journal entry. Reading is strict: the one form that is written is the one that is
 * read. The parser stands on the value's first token before and on its last one after reading.
 */
interface JsonValue {
    void write(JsonGenerator json, Object value) throws IOException;

    Object read(JsonParser json) throws IOException;

    /** What a field that is not there means; {@code null} if it must be there. */
    default @Nullable Object absent() {
        return null;
    }

    /** Whether the value is left out altogether. */
    default boolean isAbsent(Object value) {
        return false;
    }

    /** A value that is a string; {@code parse} throws {@link IllegalArgumentException} for any other text. */
    static <T> JsonValue text(Function<T, String> print, Function<String, T> parse) {
        return new JsonValue() {
            @Override
            @SuppressWarnings("unchecked") // the codec of a component is chosen by its type
            public void write(JsonGenerator json, Object value) throws IOException {
                json.writeString(print.apply((T) value));
            }

            @Override
            public Object read(JsonParser json) throws IOException {
                require(json, JsonToken.VALUE_STRING);
                String text = json.getText();
                try {
                    T value = parse.apply(text);
                    if (print.apply(value).equals(text)) {
                        return value;
                    }
                } catch (IllegalArgumentException | DateTimeException e) {
                    throw new IOException("not a value of this field: " + e.getMessage(), e);
                }
                throw new IOException("not in the form in which it is written: " + text);
            }
        };
    }

    /** An optional value: left out when empty. */
    static JsonValue optional(JsonValue content) {
        return new JsonValue() {
            @Override
            public void write(JsonGenerator json, Object value) throws IOException {
                content.write(json, ((Optional<?>) value).orElseThrow());
            }

            @Override
            public Object read(JsonParser json) throws IOException {
                return Optional.of(content.read(json));
            }

            @Override
            public Object absent() {
                return Optional.empty();
            }

            @Override
            public boolean isAbsent(Object value) {
                return ((Optional<?>) value).isEmpty();
            }
        };
    }

    /** A list, or a set of strings in their natural order: left out when empty. */
    static JsonValue many(JsonValue content, boolean set) {
        return new JsonValue() {
            @Override
            public void write(JsonGenerator json, Object value) throws IOException {
                json.writeStartArray();
                for (Object each : set ? new TreeSet<>((Collection<?>) value) : (Collection<?>) value) {
                    content.write(json, each);
                }
                json.writeEndArray();
            }

            @Override
            public Object read(JsonParser json) throws IOException {
                require(json, JsonToken.START_ARRAY);
                List<Object> values = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    values.add(content.read(json));
                }
                if (!set) {
                    return List.copyOf(values);
                }
                if (!new ArrayList<>(new TreeSet<>(values)).equals(values)) {
                    throw new IOException("a set that is not in order or has an element twice");
                }
                return Set.copyOf(values);
            }

            @Override
            public Object absent() {
                return set ? Set.of() : List.of();
            }

            @Override
            public boolean isAbsent(Object value) {
                return ((Collection<?>) value).isEmpty();
            }
        };
    }

    /** Refuses any other token. */
    static void require(JsonParser json, JsonToken expected) throws IOException {
        if (json.currentToken() != expected) {
            throw new IOException("there is " + json.currentToken() + " where " + expected + " was expected");
        }
    }
}
