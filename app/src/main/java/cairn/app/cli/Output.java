package cairn.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;

/** Where a command says what it did: words for people, or one JSON value a line for machines. */
final class Output {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final PrintWriter out;

    Output(PrintWriter out) {
        this.out = out;
    }

    /** One line for a person. */
    void line(String format, Object... values) {
        out.printf(format + "%n", values);
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
