package cairn.app.session;

import cairn.ca.audit.AuditEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of an event as the journal has them, each by its name; those of a part with the part's name before. */
public final class EventFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventFields() {}

    /** Names and values in the order of the journal. */
    public static Map<String, String> of(AuditEvent event) {
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            add("", JSON.readTree(event.json()), fields);
            return fields;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal is written in JSON", e);
        }
    }

    private static void add(String name, JsonNode value, Map<String, String> fields) {
        if (value.isObject()) {
            value.properties()
                    .forEach(each ->
                            add(name.isEmpty() ? each.getKey() : name + "." + each.getKey(), each.getValue(), fields));
        } else if (value.isArray()) {
            StringBuilder words = new StringBuilder();
            value.forEach(each ->
                    words.append(words.isEmpty() ? "" : ", ").append(each.isValueNode() ? each.asText() : each));
            fields.put(name, words.toString());
        } else {
            fields.put(name, value.asText());
        }
    }
}
