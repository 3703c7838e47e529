package cairn.app.cli;

import cairn.ca.x509.PlainText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.Arrays;

/** Where a command says what it did: words for people, or one JSON value a line for machines. */
final class Output {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final PrintWriter out;

    Output(PrintWriter out) {
        this.out = out;
    }

    /** One line for a person; nothing in the values can end it or steer a terminal. */
    void line(String format, Object... values) {
        Object[] safe = Arrays.stream(values)
                .map(value -> value instanceof Number ? value : PlainText.escape(String.valueOf(value)))
                .toArray();
        out.printf(format + "%n", safe);
        out.flush();
    }

    /** One JSON value on one line. */
    void json(Object value) {
        try {
            out.println(JSON.writeValueAsString(value));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a command's result can be written as JSON", e);
        }
    }
}
