package cairn.ca.audit;

import cairn.ca.x509.Fingerprint;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * An entry as one line of JSON in UTF-8: sequence, time, latest (only when the clock stands before it), actor, type and
 * the event's fields; octets in base64. An event's type is the name of its record. Safe for use by several threads.
 */
final class EntryCodec {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Map<String, JsonValue> BY_NAME = new HashMap<>();
    private static final Map<Class<?>, JsonValue> BY_TYPE = new HashMap<>();

    static {
        for (Class<?> type : AuditEvent.class.getPermittedSubclasses()) {
            JsonValue value = new RecordValue(type);
            BY_NAME.put(type.getSimpleName(), value);
            BY_TYPE.put(type, value);
        }
    }

    /**
     * What an entry says before it is chained.
     *
     * @param latest the latest time of any entry so far, this one included
     */
    record Line(long sequence, Instant time, Instant latest, String actor, AuditEvent event) {
        JournalEntry chained(byte[] chain) {
            return new JournalEntry(sequence, time, actor, event, Fingerprint.ofDigest(chain));
        }
    }

    /** An event's fields as they stand in a line. */
    String fields(AuditEvent event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            value(event.getClass()).write(json, event);
        } catch (IOException e) {
            throw new IllegalStateException("an event can be written to memory", e);
        }
        return text.toString();
    }

    byte[] encode(Line line) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(2048);
        try (JsonGenerator json = FACTORY.createGenerator(octets)) {
            json.writeStartObject();
            json.writeNumberField("sequence", line.sequence());
            json.writeStringField("time", line.time().toString());
            if (line.latest().isAfter(line.time())) {
                json.writeStringField("latest", line.latest().toString());
            }
            json.writeStringField("actor", JsonValues.wellFormed(line.actor()));
            json.writeStringField("type", line.event().getClass().getSimpleName());
            json.writeFieldName("event");
            value(line.event().getClass()).write(json, line.event());
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("an event can be written to memory", e);
        }
        return octets.toByteArray();
    }

    /** Reads a line; the message of a failure says what is wrong, the caller knows where. */
    Line decode(byte[] octets, int offset, int length) throws JournalException {
        try (JsonParser json = FACTORY.createParser(octets, offset, length)) {
            json.nextToken();
            JsonValue.require(json, JsonToken.START_OBJECT);
            long sequence = number(json, "sequence");
            Instant time = Instant.parse(text(json, "time"));
            String name = json.nextFieldName();
            Instant latest = time;
            if ("latest".equals(name)) {
                latest = Instant.parse(value(json));
                name = json.nextFieldName();
            }
            if (!"actor".equals(name)) {
                throw new IOException("there is no actor");
            }
            String actor = value(json);
            AuditEvent event = event(json, text(json, "type"));
            json.nextToken();
            JsonValue.require(json, JsonToken.END_OBJECT);
            if (json.nextToken() != null) {
                throw new IOException("something follows the entry");
            }
            return new Line(sequence, time, latest, actor, event);
        } catch (IOException | DateTimeParseException e) {
            throw new JournalException("an entry cannot be read: " + e.getMessage(), e);
        }
    }

    private AuditEvent event(JsonParser json, String type) throws IOException, JournalException {
        JsonValue value = BY_NAME.get(type);
        if (value == null) {
            throw new JournalException("an entry of type " + type + " is unknown to this version of Cairn; a newer"
                    + " version wrote this journal: open it with that version");
        }
        if (!"event".equals(json.nextFieldName())) {
            throw new IOException("there is no event");
        }
        json.nextToken();
        return (AuditEvent) value.read(json);
    }

    private JsonValue value(Class<?> type) {
        JsonValue value = BY_TYPE.get(type);
        if (value == null) {
            throw new IllegalStateException("a sealed interface has no other records: " + type);
        }
        return value;
    }

    private static long number(JsonParser json, String name) throws IOException {
        if (!name.equals(json.nextFieldName()) || json.nextToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new IOException("there is no " + name);
        }
        return json.getLongValue();
    }

    private static String text(JsonParser json, String name) throws IOException {
        if (!name.equals(json.nextFieldName())) {
            throw new IOException("there is no " + name);
        }
        return value(json);
    }

    private static String value(JsonParser json) throws IOException {
        json.nextToken();
        JsonValue.require(json, JsonToken.VALUE_STRING);
        return json.getText();
    }
}
